/**
 * Metrics for Spark sessions and executions.
 */
@NullMarked
package io.sparkex.boot.metrics;

import org.jspecify.annotations.NullMarked;
