/**
 * Results of queries as return values of Spring WebFlux controllers.
 */
@NullMarked
package io.sparkex.boot.web.reactive;

import org.jspecify.annotations.NullMarked;
