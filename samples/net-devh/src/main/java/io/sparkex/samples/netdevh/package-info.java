/**
 * Queries through the gRPC channel of another library, with the interceptors that the
 * application has there.
 */
@NullMarked
package io.sparkex.samples.netdevh;

import org.jspecify.annotations.NullMarked;
