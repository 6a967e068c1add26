/**
 * Query results as return values of Spring WebFlux handlers.
 */
@NullMarked
package io.sparkex.boot.web.reactive;

import org.jspecify.annotations.NullMarked;
