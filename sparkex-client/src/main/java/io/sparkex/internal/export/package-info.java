/**
 * Writes column batches as JSON, newline-delimited JSON and CSV.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.export;

import org.jspecify.annotations.NullMarked;
