/**
 * Real weather data, queried on an embedded Spark and served as JSON.
 */
@NullMarked
package io.sparkex.samples.quickstart;

import org.jspecify.annotations.NullMarked;
