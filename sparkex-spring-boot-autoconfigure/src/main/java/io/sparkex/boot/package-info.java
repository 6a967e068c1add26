/**
 * What applications use of the integration with Spring Boot.
 */
@NullMarked
package io.sparkex.boot;

import org.jspecify.annotations.NullMarked;
