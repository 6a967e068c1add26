/**
 * Auto-configuration for Spark health.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
