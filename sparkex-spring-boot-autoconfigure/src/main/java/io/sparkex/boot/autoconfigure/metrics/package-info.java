/**
 * Auto-configuration for metrics.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
