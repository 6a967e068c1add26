/**
 * Observations of what Spark is asked for.
 */
@NullMarked
package io.sparkex.boot.observation;

import org.jspecify.annotations.NullMarked;
