/**
 * Reads results in the Arrow IPC streaming format without copying the received bytes, and
 * writes local data in the same format.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.arrow;

import org.jspecify.annotations.NullMarked;
