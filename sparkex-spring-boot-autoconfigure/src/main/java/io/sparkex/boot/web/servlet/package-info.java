/**
 * Results of queries as return values of Spring MVC controllers.
 */
@NullMarked
package io.sparkex.boot.web.servlet;

import org.jspecify.annotations.NullMarked;
