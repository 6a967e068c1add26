package io.sparkex.boot.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.sparkex.SparkSession;

/**
 * {@link org.springframework.boot.health.contributor.HealthIndicator HealthIndicator} for
 * a {@link SparkSession}: up when Spark tells its version in time. It needs no executor
 * and leaves no trace in Spark's history.
 *
 * @since 0.1.0
 */
public class SparkHealthIndicator extends AbstractHealthIndicator {

	private final SparkSession session;

	private final Duration timeout;

	/**
	 * An indicator for a session.
	 * @param session the session, which stays the caller's
	 * @param timeout the longest time to wait for an answer
	 */
	public SparkHealthIndicator(SparkSession session, Duration timeout) {
		super("Spark health check failed");
		this.session = session;
		this.timeout = timeout;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.withDetail("sessionId", this.session.sessionId());
		long start = System.nanoTime();
		String version = this.session.ping(this.timeout);
		Duration latency = Duration.ofNanos(System.nanoTime() - start);
		builder.up()
			.withDetail("version", version)
			.withDetail("latency", DurationStyle.SIMPLE.print(latency, ChronoUnit.MILLIS));
	}

}
