package io.sparkex.connect;

import java.time.Duration;

/**
 * Time limits of single calls to the server. Immutable and thread-safe; the {@code with}
 * methods return a modified copy.
 * <p>
 * All limits are positive and at most a year. Queries are not limited by these settings;
 * use {@code withTimeout} of a result instead.
 *
 * @since 0.1.0
 */
public final class CallTimeouts {

	private static final CallTimeouts DEFAULTS = new CallTimeouts(Duration.ofMinutes(10), Duration.ofSeconds(60),
			Duration.ofSeconds(20), Duration.ofSeconds(10));

	private final Duration analysis;

	private final Duration request;

	private final Duration inactivity;

	private final Duration probe;

	private CallTimeouts(Duration analysis, Duration request, Duration inactivity, Duration probe) {
		this.analysis = positive("analysis", analysis);
		this.request = positive("request", request);
		this.inactivity = positive("inactivity", inactivity);
		this.probe = positive("probe", probe);
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(365)) > 0) {
			throw new IllegalArgumentException(name + " must be positive and at most a year but is " + duration);
		}
		return duration;
	}

	/**
	 * Returns the default timeouts: 10 minutes for analysis calls, 60 seconds for other
	 * requests, 20 seconds of inactivity before the connection is probed and 10 seconds
	 * for the answer to the probe.
	 * @return the default timeouts
	 */
	public static CallTimeouts defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns a copy with another limit for analysis calls, such as the schema or the
	 * plan of a query. To answer them the server may have to list many files or read some
	 * of them.
	 * @param analysis the longest time to wait for an answer
	 * @return new timeouts
	 * @throws IllegalArgumentException if the limit is not positive or is longer than a
	 * year
	 */
	public CallTimeouts withAnalysis(Duration analysis) {
		return new CallTimeouts(analysis, this.request, this.inactivity, this.probe);
	}

	/**
	 * Returns a copy with another limit for requests that take little work on the server,
	 * such as reading its configuration or interrupting a query.
	 * @param request the longest time to wait for an answer
	 * @return new timeouts
	 * @throws IllegalArgumentException if the limit is not positive or is longer than a
	 * year
	 */
	public CallTimeouts withRequest(Duration request) {
		return new CallTimeouts(this.analysis, request, this.inactivity, this.probe);
	}

	/**
	 * Returns a copy with other limits for detecting a dead connection. When a call has
	 * waited for {@code inactivity} without receiving anything, the client sends a probe.
	 * If the server does not answer within {@code probe}, the client abandons the
	 * connection and continues the call over a new one.
	 * <p>
	 * The client also renews a result stream that the application has not read from for
	 * {@code inactivity}, so that the server keeps the results while the reader is busy.
	 * The inactivity must therefore be less than {@code
	 * spark.connect.execute.manager.detachedTimeout} of the server, which is 5 minutes by
	 * default.
	 * @param inactivity the time without received data before the connection is probed
	 * @param probe the longest time to wait for the answer to the probe
	 * @return new timeouts
	 * @throws IllegalArgumentException if a limit is not positive or is longer than a
	 * year
	 */
	public CallTimeouts withLiveness(Duration inactivity, Duration probe) {
		return new CallTimeouts(this.analysis, this.request, inactivity, probe);
	}

	/**
	 * Returns the limit for analysis calls.
	 * @return a positive duration
	 */
	public Duration analysis() {
		return this.analysis;
	}

	/**
	 * Returns the limit for requests that take little work on the server.
	 * @return a positive duration
	 */
	public Duration request() {
		return this.request;
	}

	/**
	 * Returns the time without received data before the connection is probed.
	 * @return a positive duration
	 */
	public Duration inactivity() {
		return this.inactivity;
	}

	/**
	 * Returns the longest time to wait for the answer to a probe.
	 * @return a positive duration
	 */
	public Duration probe() {
		return this.probe;
	}

	@Override
	public String toString() {
		return "CallTimeouts[analysis=" + this.analysis + ", request=" + this.request + ", inactivity="
				+ this.inactivity + ", probe=" + this.probe + "]";
	}

}
