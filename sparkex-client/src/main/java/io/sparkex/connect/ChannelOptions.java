package io.sparkex.connect;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a channel behaves. Immutable.
 *
 * @since 0.1.0
 */
public final class ChannelOptions {

	/** The connect timeout of a client that is not told another. */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

	/** What Spark's servers take and send at most unless they are told otherwise. */
	public static final int DEFAULT_MAX_MESSAGE_SIZE = 128 * 1024 * 1024;

	/**
	 * Servers take more frequent signs of life for abuse, and hang up.
	 */
	private static final Duration DEFAULT_KEEP_ALIVE_TIME = Duration.ofMinutes(5);

	private static final Duration DEFAULT_KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(20);

	/**
	 * Before load balancers in clouds cut a silent connection, which the most impatient
	 * of them do after four minutes and tell nobody.
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
	 * 10 seconds to connect, messages of 128 MB, a sign of life after 5 minutes, to be
	 * answered within 20 seconds, and hanging up after 3 minutes 30 without a call.
	 * @return the options of a client that is not told others
	 */
	public static ChannelOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * These options with another time to connect.
	 * @param connectTimeout the longest time to set up a connection
	 * @return new options
	 */
	public ChannelOptions withConnectTimeout(Duration connectTimeout) {
		return new ChannelOptions(connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, this.tls);
	}

	/**
	 * These options with another size of messages.
	 * @param maxMessageSize the most bytes of a received message
	 * @return new options
	 */
	public ChannelOptions withMaxMessageSize(int maxMessageSize) {
		return new ChannelOptions(this.connectTimeout, maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, this.tls);
	}

	/**
	 * These options with other signs of life. While a call waits and nothing arrives, the
	 * server is asked whether it is still there. Many servers hang up on those who ask
	 * more often than every five minutes.
	 * @param time how long nothing may arrive before the server is asked; less than ten
	 * seconds become ten
	 * @param timeout how long it may take to answer before the connection is given up
	 * @return new options
	 */
	public ChannelOptions withKeepAlive(Duration time, Duration timeout) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, time, timeout, this.idleTimeout, this.tls);
	}

	/**
	 * These options with another time until a connection without calls is closed. The
	 * next call dials anew; the session on the server is not touched by that.
	 * @param idleTimeout the time without a call
	 * @return new options
	 */
	public ChannelOptions withIdleTimeout(Duration idleTimeout) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				idleTimeout, this.tls);
	}

	/**
	 * These options with other choices for encrypted connections.
	 * @param tls whom to trust and who to be, or {@code null} for what the JVM trusts
	 * @return new options
	 */
	public ChannelOptions withTls(@Nullable TlsOptions tls) {
		return new ChannelOptions(this.connectTimeout, this.maxMessageSize, this.keepAliveTime, this.keepAliveTimeout,
				this.idleTimeout, tls);
	}

	/**
	 * The longest time to set up a connection.
	 * @return a positive time
	 */
	public Duration connectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * The most bytes of a received message.
	 * @return a positive number
	 */
	public int maxMessageSize() {
		return this.maxMessageSize;
	}

	/**
	 * How long nothing may arrive before the server is asked for a sign of life.
	 * @return a positive time
	 */
	public Duration keepAliveTime() {
		return this.keepAliveTime;
	}

	/**
	 * How long the server may take to give a sign of life.
	 * @return a positive time
	 */
	public Duration keepAliveTimeout() {
		return this.keepAliveTimeout;
	}

	/**
	 * How long a connection may go without a call before it is closed.
	 * @return a positive time
	 */
	public Duration idleTimeout() {
		return this.idleTimeout;
	}

	/**
	 * Whom to trust and who to be on encrypted connections.
	 * @return the choices, or {@code null} for what the JVM trusts
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
