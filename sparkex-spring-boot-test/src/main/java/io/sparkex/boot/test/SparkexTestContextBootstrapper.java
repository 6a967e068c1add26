package io.sparkex.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Starts the contexts of {@link SparkexTest @SparkexTest}.
 */
class SparkexTestContextBootstrapper extends TestSliceTestContextBootstrapper<SparkexTest> {

}
