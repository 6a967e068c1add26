/**
 * Auto-configuration of results as the bodies of HTTP responses.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
