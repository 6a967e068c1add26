/**
 * Support for tests against an embedded Spark, with and without Spring.
 */
@NullMarked
package io.sparkex.boot.test;

import org.jspecify.annotations.NullMarked;
