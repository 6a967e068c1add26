/**
 * Support for Docker Compose services.
 */
@NullMarked
package io.sparkex.boot.docker.compose;

import org.jspecify.annotations.NullMarked;
