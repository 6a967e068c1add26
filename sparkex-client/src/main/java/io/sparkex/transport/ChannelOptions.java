package io.sparkex.transport;

import java.time.Duration;

/**
 * How a channel behaves.
 *
 * @param connectTimeout the longest time to set up a connection
 * @param maxMessageSize the most bytes of a received message
 * @since 0.1.0
 */
public record ChannelOptions(Duration connectTimeout, int maxMessageSize) {

	/** The connect timeout of a client that is not told another. */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

	/** What Spark's servers take and send at most unless they are told otherwise. */
	public static final int DEFAULT_MAX_MESSAGE_SIZE = 128 * 1024 * 1024;

	public ChannelOptions {
		if (connectTimeout.isNegative() || connectTimeout.isZero()
				|| connectTimeout.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
			throw new IllegalArgumentException(
					"connectTimeout must be positive and below 24 days but is " + connectTimeout);
		}
		if (maxMessageSize < 1) {
			throw new IllegalArgumentException("maxMessageSize must be positive but is " + maxMessageSize);
		}
	}

}
