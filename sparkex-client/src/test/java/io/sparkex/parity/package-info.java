/**
 * Parity tests: comparison with Spark's official API, method by method.
 */
@NullMarked
package io.sparkex.parity;

import org.jspecify.annotations.NullMarked;
