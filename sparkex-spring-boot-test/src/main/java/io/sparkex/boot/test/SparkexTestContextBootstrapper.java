package io.sparkex.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * {@link org.springframework.test.context.TestContextBootstrapper} for
 * {@link SparkexTest @SparkexTest}.
 */
class SparkexTestContextBootstrapper extends TestSliceTestContextBootstrapper<SparkexTest> {

}
