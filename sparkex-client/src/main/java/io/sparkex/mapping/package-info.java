/**
 * From batches of columns to the caller's own types.
 */
@NullMarked
package io.sparkex.mapping;

import org.jspecify.annotations.NullMarked;
