/**
 * Auto-configuration of tests of the code that uses Spark.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.test;

import org.jspecify.annotations.NullMarked;
