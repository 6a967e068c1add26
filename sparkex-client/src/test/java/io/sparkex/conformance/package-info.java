/**
 * Conformance tests of every Spark type on real servers.
 */
@NullMarked
package io.sparkex.conformance;

import org.jspecify.annotations.NullMarked;
