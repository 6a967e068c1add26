/**
 * Support for tests against an embedded or a fake Spark.
 */
@NullMarked
package io.sparkex.boot.test;

import org.jspecify.annotations.NullMarked;
