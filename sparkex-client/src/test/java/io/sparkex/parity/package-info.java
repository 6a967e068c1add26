/**
 * Holds the facade against the official API, method by method.
 */
@NullMarked
package io.sparkex.parity;

import org.jspecify.annotations.NullMarked;
