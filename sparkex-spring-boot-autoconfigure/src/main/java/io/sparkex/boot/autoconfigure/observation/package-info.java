/**
 * Auto-configuration for observations.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
