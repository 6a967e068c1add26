/**
 * Observations of queries and commands.
 */
@NullMarked
package io.sparkex.boot.observation;

import org.jspecify.annotations.NullMarked;
