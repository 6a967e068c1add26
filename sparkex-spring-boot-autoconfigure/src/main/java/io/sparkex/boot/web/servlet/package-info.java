/**
 * Query results as return values of Spring MVC handlers.
 */
@NullMarked
package io.sparkex.boot.web.servlet;

import org.jspecify.annotations.NullMarked;
