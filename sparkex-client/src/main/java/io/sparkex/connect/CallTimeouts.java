package io.sparkex.connect;

import java.time.Duration;

/**
 * How long calls may take. Immutable. Queries have no limit of their own: see
 * {@code withTimeout} of results.
 *
 * @since 0.1.0
 */
public final class CallTimeouts {

	private static final CallTimeouts DEFAULTS = new CallTimeouts(Duration.ofMinutes(10), Duration.ofSeconds(60),
			Duration.ofSeconds(20), Duration.ofSeconds(10));

	private final Duration analysis;

	private final Duration request;

	private final Duration silence;

	private final Duration probe;

	private CallTimeouts(Duration analysis, Duration request, Duration silence, Duration probe) {
		this.analysis = positive("analysis", analysis);
		this.request = positive("request", request);
		this.silence = positive("silence", silence);
		this.probe = positive("probe", probe);
	}

	private static Duration positive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(365)) > 0) {
			throw new IllegalArgumentException(name + " must be positive and at most a year but is " + duration);
		}
		return duration;
	}

	/**
	 * 10 minutes for questions about plans, 60 seconds for other requests; a connection
	 * is suspected after 20 seconds of silence and given up after 10 more.
	 * @return the timeouts of a client that is not told others
	 */
	public static CallTimeouts defaults() {
		return DEFAULTS;
	}

	/**
	 * These timeouts with another one for questions about a plan. The server may have to
	 * list many files, or even read some, to answer.
	 * @param analysis the longest time for an answer
	 * @return new timeouts
	 */
	public CallTimeouts withAnalysis(Duration analysis) {
		return new CallTimeouts(analysis, this.request, this.silence, this.probe);
	}

	/**
	 * These timeouts with another one for requests that are little work for a server,
	 * such as for its configuration or to interrupt a query.
	 * @param request the longest time for an answer
	 * @return new timeouts
	 */
	public CallTimeouts withRequest(Duration request) {
		return new CallTimeouts(this.analysis, request, this.silence, this.probe);
	}

	/**
	 * These timeouts with others for a connection that may have died in silence. A caller
	 * who has waited so long has the server asked for a sign of life; if there is none,
	 * the connection is given up, and the call goes on over a new one. A call from which
	 * nobody has read for as long is replaced by another, too, so that the server keeps
	 * the results of a query whose reader is busy: this must be less than
	 * {@code spark.connect.execute.manager.detachedTimeout} there, which is 5 minutes.
	 * @param silence how long a caller waits before the server is asked
	 * @param probe how long the server may take to answer
	 * @return new timeouts
	 */
	public CallTimeouts withLiveness(Duration silence, Duration probe) {
		return new CallTimeouts(this.analysis, this.request, silence, probe);
	}

	/**
	 * The longest time for an answer about a plan.
	 * @return a positive time
	 */
	public Duration analysis() {
		return this.analysis;
	}

	/**
	 * The longest time for an answer to a small request.
	 * @return a positive time
	 */
	public Duration request() {
		return this.request;
	}

	/**
	 * How long a caller waits before the server is asked for a sign of life.
	 * @return a positive time
	 */
	public Duration silence() {
		return this.silence;
	}

	/**
	 * How long the server may take to give a sign of life.
	 * @return a positive time
	 */
	public Duration probe() {
		return this.probe;
	}

	@Override
	public String toString() {
		return "CallTimeouts[analysis=" + this.analysis + ", request=" + this.request + ", silence=" + this.silence
				+ ", probe=" + this.probe + "]";
	}

}
