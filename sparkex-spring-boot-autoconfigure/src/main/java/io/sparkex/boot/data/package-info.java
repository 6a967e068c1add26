/**
 * Exceptions of Spark in the terms of Spring's data access.
 */
@NullMarked
package io.sparkex.boot.data;

import org.jspecify.annotations.NullMarked;
