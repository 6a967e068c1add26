package io.sparkex.boot.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkVersionProbe;
import io.sparkex.errors.UnreachableException;

/**
 * {@link org.springframework.boot.health.contributor.HealthIndicator HealthIndicator} for
 * a {@link SparkSession}. The status is up if the server returns its version within a
 * timeout, which needs no Spark executor and does not appear in the history of Spark. It
 * is unknown if the application configures no server and none answers. Concurrent checks
 * share one request. Thread-safe.
 *
 * @since 0.1.0
 */
public class SparkHealthIndicator extends AbstractHealthIndicator {

	private final SparkVersionProbe probe;

	private final boolean configured;

	/**
	 * Creates a health indicator for a session of a configured server.
	 * @param session the session, which the indicator does not close
	 * @param timeout the maximum time to wait for a response
	 */
	public SparkHealthIndicator(SparkSession session, Duration timeout) {
		this(session, timeout, true);
	}

	/**
	 * Creates a health indicator for a session.
	 * @param session the session, which the indicator does not close
	 * @param timeout the maximum time to wait for a response
	 * @param configured whether the application configures the server. If not, the status
	 * is unknown instead of down when no server answers
	 */
	public SparkHealthIndicator(SparkSession session, Duration timeout, boolean configured) {
		super("Spark health check failed");
		this.probe = new SparkVersionProbe(session, timeout);
		this.configured = configured;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		builder.withDetail("sessionId", this.probe.session().sessionId());
		try {
			SparkVersionProbe.Result result = this.probe.start().call();
			builder.up()
				.withDetail("version", result.version())
				.withDetail("latency", DurationStyle.SIMPLE.print(result.latency(), ChronoUnit.MILLIS));
		}
		catch (UnreachableException ex) {
			if (this.configured) {
				throw ex;
			}
			builder.unknown()
				.withDetail("reason", "not configured: set sparkex.url. No server answers at the default address");
		}
	}

}
