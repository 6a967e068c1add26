/**
 * Actuator endpoint for sessions and operations.
 */
@NullMarked
package io.sparkex.boot.endpoint;

import org.jspecify.annotations.NullMarked;
