/**
 * What can go wrong, grouped by what a caller can do about it.
 */
@NullMarked
package io.sparkex.errors;

import org.jspecify.annotations.NullMarked;
