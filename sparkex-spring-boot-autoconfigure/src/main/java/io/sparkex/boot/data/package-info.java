/**
 * Translation of Spark exceptions to Spring's data access exceptions.
 */
@NullMarked
package io.sparkex.boot.data;

import org.jspecify.annotations.NullMarked;
