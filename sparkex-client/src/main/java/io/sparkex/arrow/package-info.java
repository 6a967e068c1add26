/**
 * Results in Arrow's columnar form, read in place from the bytes as they were received.
 * <p>
 * Not for applications: it may change with any release.
 */
@NullMarked
package io.sparkex.arrow;

import org.jspecify.annotations.NullMarked;
