/**
 * Results in columnar form, as returned by {@link io.sparkex.Results#batches()}.
 */
@NullMarked
package io.sparkex.columnar;

import org.jspecify.annotations.NullMarked;
