/**
 * Results of queries as the bodies of HTTP responses, whatever serves them.
 */
@NullMarked
package io.sparkex.boot.web;

import org.jspecify.annotations.NullMarked;
