/**
 * Users and tokens of Spring Security for Spark.
 */
@NullMarked
package io.sparkex.boot.security;

import org.jspecify.annotations.NullMarked;
