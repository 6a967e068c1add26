/**
 * The one surface through which messages travel to a Spark Connect server and back:
 * channel, session, errors.
 * <p>
 * Applications may use what the builder of sessions takes
 * ({@link io.sparkex.transport.SparkChannelFactory},
 * {@link io.sparkex.transport.SparkChannelCustomizer},
 * {@link io.sparkex.transport.SparkTokenSupplier},
 * {@link io.sparkex.transport.TlsOptions}) and what that mentions; the rest may change
 * with any release.
 */
@NullMarked
package io.sparkex.transport;

import org.jspecify.annotations.NullMarked;
