/**
 * Queries through the gRPC channel of another library and its interceptors.
 */
@NullMarked
package io.sparkex.samples.netdevh;

import org.jspecify.annotations.NullMarked;
