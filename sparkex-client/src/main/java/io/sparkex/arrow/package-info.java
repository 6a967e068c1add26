/**
 * Results in Arrow's columnar form, read in place from the bytes as they were received,
 * and local data written in it.
 * <p>
 * Not for applications: it may change with any release.
 */
@NullMarked
package io.sparkex.arrow;

import org.jspecify.annotations.NullMarked;
