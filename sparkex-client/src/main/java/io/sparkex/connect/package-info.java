/**
 * Connection to a Spark Connect server: connection string, TLS, tokens, timeouts, retries
 * and gRPC channels.
 */
@NullMarked
package io.sparkex.connect;

import org.jspecify.annotations.NullMarked;
