/**
 * Results in Arrow's columnar form, read in place from the bytes as they were received.
 */
@NullMarked
package io.sparkex.arrow;

import org.jspecify.annotations.NullMarked;
