/**
 * The one surface through which messages travel to a Spark Connect server and back:
 * channel, session, errors.
 * <p>
 * Applications may use {@link io.sparkex.transport.SparkChannelFactory} and what it
 * mentions; the rest may change with any release.
 */
@NullMarked
package io.sparkex.transport;

import org.jspecify.annotations.NullMarked;
