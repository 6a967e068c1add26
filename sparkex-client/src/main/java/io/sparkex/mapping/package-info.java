/**
 * From batches of columns to the caller's own types.
 * <p>
 * Not for applications: it may change with any release.
 */
@NullMarked
package io.sparkex.mapping;

import org.jspecify.annotations.NullMarked;
