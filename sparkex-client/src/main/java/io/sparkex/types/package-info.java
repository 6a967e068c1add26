/**
 * Spark's data types: what a column holds and what a schema is made of.
 */
@NullMarked
package io.sparkex.types;

import org.jspecify.annotations.NullMarked;
