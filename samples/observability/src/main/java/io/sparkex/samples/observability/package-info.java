/**
 * A web application whose queries are seen in metrics, traces and the actuator.
 */
@NullMarked
package io.sparkex.samples.observability;

import org.jspecify.annotations.NullMarked;
