/**
 * Exceptions, grouped by what the caller can do.
 */
@NullMarked
package io.sparkex.errors;

import org.jspecify.annotations.NullMarked;
