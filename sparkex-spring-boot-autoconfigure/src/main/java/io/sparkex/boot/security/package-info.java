/**
 * Integration with Spring Security.
 */
@NullMarked
package io.sparkex.boot.security;

import org.jspecify.annotations.NullMarked;
