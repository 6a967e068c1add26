/**
 * Spark Connect servers among the services of Docker Compose.
 */
@NullMarked
package io.sparkex.boot.docker.compose;

import org.jspecify.annotations.NullMarked;
