/**
 * Exceptions, grouped by the action that the caller can take.
 */
@NullMarked
package io.sparkex.errors;

import org.jspecify.annotations.NullMarked;
