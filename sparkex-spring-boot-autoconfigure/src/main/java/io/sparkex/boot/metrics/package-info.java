/**
 * Metrics of what Spark is asked for.
 */
@NullMarked
package io.sparkex.boot.metrics;

import org.jspecify.annotations.NullMarked;
