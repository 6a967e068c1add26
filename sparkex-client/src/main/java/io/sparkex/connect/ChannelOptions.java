package io.sparkex.connect;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a gRPC channel: timeouts, message size, keep-alive and TLS. Immutable and
 * thread-safe; the {@code with} methods return a modified copy.
 * <p>
 * All durations are positive and below 24 days.
 *
 * @since 0.1.0
 */
public final class ChannelOptions {

	/**
	 * The default connect timeout: 10 seconds.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * The default limit of a received message: 128 MB, the default of Spark's servers.
	 */
	public static final int DEFAULT_MAX_MESSAGE_SIZE = 128 * 1024 * 1024;

	/**
	 * The limit of received metadata: 1 MB. Spark sends errors in metadata, where each
	 * character outside ASCII takes up to nine bytes, so the usual limit of 8 KB loses
	 * errors.
	 */
	public static final int MAX_METADATA_SIZE = 1024 * 1024;

	/**
	 * The shortest interval that is safe: many servers close the connection of a client
	 * that pings more often.
	 */
	private static final Duration DEFAULT_KEEP_ALIVE_TIME = Duration.ofMinutes(5);

	private static final Duration DEFAULT_KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(20);

	/**
	 * An idle timeout shorter than that of cloud load balancers, which drop idle
	 * connections without notice after four minutes or more.
	 */
	private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(210);

	private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

	private static final ChannelOptions DEFAULTS = new ChannelOptions(DEFAULT_CONNECT_TIMEOUT, DEFAULT_MAX_MESSAGE_SIZE,
			DEFAULT_KEEP_ALIVE_TIME, DEFAULT_KEEP_ALIVE_TIMEOUT, DEFAULT_IDLE_TIMEOUT, null);

	private final Duration connectTimeout;

	private final int maxMessageSize;

	private final Duration keepAliveTime;

	private final Duration keepAliveTimeout;

	private final Duration idleTimeout;

	private final @Nullable TlsOptions tls;

	private ChannelOptions(Duration connectTimeout, int maxMessageSize, Duration keepAliveTime,
			Duration keepAliveTimeout, Duration idleTimeout, @Nullable TlsOptions tls) {
		this.connectTimeout = positive("connectTimeout", connectTimeout);
		if (maxMessageSize < 1) {
			throw new IllegalArgumentException("maxMessageSize must be positive but is " + maxMessageSize);
		}
		this.maxMessageSize = maxMessageSize;
		this.keepAliveTime = positive("keepAliveTime", keepAliveTime);
		this.keepAliveTimeout = positive("keepAliveTimeout", keepAliveTimeout);
		this.idleTimeout = positive("idleTimeout", idleTimeout);
		this.tls = tls;
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(name + " must be positive and below 24 days but is " + duration);
		}
		return duration;
	}

	/**
	 * Returns the default options: a connect timeout of 10 seconds, messages of up to 128
	 * MB, a keep-alive ping after 5 minutes with a timeout of 20 seconds, an idle timeout
	 * of 210 seconds, and the trust store of the JVM.
	 * @return the default options
	 */
	public static ChannelOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns a copy with another connect timeout.
	 * @param connectTimeout the longest time to establish a connection
	 * @return new options
	 * @throws IllegalArgumentException if the timeout is not positive or is 24 days or
	 * longer
	 */
	public ChannelOptions withConnectTimeout(Duration connectTimeout) {
		return new ChannelOptions(connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, this.tls);
	}

	/**
	 * Returns a copy with another limit for the size of received messages.
	 * @param maxMessageSize the largest message to receive, in bytes
	 * @return new options
	 * @throws IllegalArgumentException if the size is not positive
	 */
	public ChannelOptions withMaxMessageSize(int maxMessageSize) {
		return new ChannelOptions(this.connectTimeout, maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, this.tls);
	}

	/**
	 * Returns a copy with other keep-alive settings. While a call is active and nothing
	 * arrives, the client sends an HTTP/2 ping. Many servers close the connection of a
	 * client that pings more often than every five minutes.
	 * @param time the time without received data before a ping is sent; gRPC raises
	 * values below ten seconds to ten seconds
	 * @param timeout the longest time to wait for the answer before the connection is
	 * closed
	 * @return new options
	 * @throws IllegalArgumentException if a duration is not positive or is 24 days or
	 * longer
	 */
	public ChannelOptions withKeepAlive(Duration time, Duration timeout) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, time, timeout, this.idleTimeout, this.tls);
	}

	/**
	 * Returns a copy with another idle timeout. A connection without active calls is
	 * closed after this time; the next call connects again. The session on the server is
	 * not affected.
	 * @param idleTimeout the time without an active call
	 * @return new options
	 * @throws IllegalArgumentException if the timeout is not positive or is 24 days or
	 * longer
	 */
	public ChannelOptions withIdleTimeout(Duration idleTimeout) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				idleTimeout, this.tls);
	}

	/**
	 * Returns a copy with other TLS options. TLS options enable encryption even if the
	 * connection string does not.
	 * @param tls the TLS options, or {@code null} for the trust store of the JVM
	 * @return new options
	 */
	public ChannelOptions withTls(@Nullable TlsOptions tls) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, tls);
	}

	/**
	 * Returns the longest time to establish a connection.
	 * @return a positive duration
	 */
	public Duration connectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * Returns the largest message to receive.
	 * @return the size in bytes, positive
	 */
	public int maxMessageSize() {
		return this.maxMessageSize;
	}

	/**
	 * Returns the time without received data before a keep-alive ping is sent.
	 * @return a positive duration
	 */
	public Duration keepAliveTime() {
		return this.keepAliveTime;
	}

	/**
	 * Returns the longest time to wait for the answer to a keep-alive ping.
	 * @return a positive duration
	 */
	public Duration keepAliveTimeout() {
		return this.keepAliveTimeout;
	}

	/**
	 * Returns the time after which a connection without active calls is closed.
	 * @return a positive duration
	 */
	public Duration idleTimeout() {
		return this.idleTimeout;
	}

	/**
	 * Returns the TLS options.
	 * @return the options, or {@code null} for the trust store of the JVM
	 */
	public @Nullable TlsOptions tls() {
		return this.tls;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ChannelOptions that && this.connectTimeout.equals(that.connectTimeout)
				&& this.maxMessageSize == that.maxMessageSize && this.keepAliveTime.equals(that.keepAliveTime)
				&& this.keepAliveTimeout.equals(that.keepAliveTimeout) && this.idleTimeout.equals(that.idleTimeout)
				&& Objects.equals(this.tls, that.tls);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, this.tls);
	}

	@Override
	public String toString() {
		return "ChannelOptions[connectTimeout=" + this.connectTimeout + ", maxMessageSize=" + this.maxMessageSize
				+ ", keepAliveTime=" + this.keepAliveTime + ", keepAliveTimeout=" + this.keepAliveTimeout
				+ ", idleTimeout=" + this.idleTimeout + ", tls=" + this.tls + "]";
	}

}
