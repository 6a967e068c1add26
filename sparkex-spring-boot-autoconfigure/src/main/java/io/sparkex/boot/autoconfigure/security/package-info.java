/**
 * Auto-configuration for the integration with Spring Security.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
