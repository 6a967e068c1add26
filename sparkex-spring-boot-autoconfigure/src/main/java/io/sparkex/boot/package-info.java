/**
 * Spring Boot integration for applications.
 */
@NullMarked
package io.sparkex.boot;

import org.jspecify.annotations.NullMarked;
