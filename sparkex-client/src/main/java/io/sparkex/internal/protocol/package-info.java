/**
 * Encodes the intermediate representation as Spark Connect messages and decodes types and
 * literals. Depends on protobuf, but not on gRPC.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.protocol;

import org.jspecify.annotations.NullMarked;
