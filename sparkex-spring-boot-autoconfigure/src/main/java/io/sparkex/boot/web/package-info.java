/**
 * Query results as HTTP responses, for any web framework.
 */
@NullMarked
package io.sparkex.boot.web;

import org.jspecify.annotations.NullMarked;
