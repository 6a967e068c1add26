/**
 * Health of Spark sessions.
 */
@NullMarked
package io.sparkex.boot.health;

import org.jspecify.annotations.NullMarked;
