/**
 * Auto-configuration of the health of Spark sessions.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
