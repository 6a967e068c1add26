/**
 * Auto-configuration for query results as HTTP responses.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
