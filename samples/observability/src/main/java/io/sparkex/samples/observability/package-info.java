/**
 * A web application with metrics, traces and actuator endpoints for its queries.
 */
@NullMarked
package io.sparkex.samples.observability;

import org.jspecify.annotations.NullMarked;
