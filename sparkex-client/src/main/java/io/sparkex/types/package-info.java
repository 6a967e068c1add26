/**
 * Spark's data types and schemas.
 */
@NullMarked
package io.sparkex.types;

import org.jspecify.annotations.NullMarked;
