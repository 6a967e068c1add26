/**
 * Auto-configuration for the actuator endpoint.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
