/**
 * Holds every type of Spark against the values that come back from real servers.
 */
@NullMarked
package io.sparkex.conformance;

import org.jspecify.annotations.NullMarked;
