/**
 * Auto-configuration of users and tokens of Spring Security.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
