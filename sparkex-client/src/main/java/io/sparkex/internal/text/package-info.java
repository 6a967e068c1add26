/**
 * Checks and formats of text that any package may use.
 */
@NullMarked
package io.sparkex.internal.text;

import org.jspecify.annotations.NullMarked;
