/**
 * Auto-configuration for the source of gRPC channels.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.NullMarked;
