/**
 * Where the gRPC channels of Spark sessions come from.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.NullMarked;
