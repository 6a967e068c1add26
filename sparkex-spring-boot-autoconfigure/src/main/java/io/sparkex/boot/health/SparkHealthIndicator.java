package io.sparkex.boot.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkPing;

/**
 * {@link org.springframework.boot.health.contributor.HealthIndicator HealthIndicator} for
 * a {@link SparkSession}: up when Spark tells its version in time. It needs no executor
 * and leaves no trace in Spark's history. Checks that come together share one answer.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public class SparkHealthIndicator extends AbstractHealthIndicator {

	private final SparkPing ping;

	/**
	 * An indicator for a session.
	 * @param session the session, which stays the caller's
	 * @param timeout the longest time to wait for an answer
	 */
	public SparkHealthIndicator(SparkSession session, Duration timeout) {
		super("Spark health check failed");
		this.ping = new SparkPing(session, timeout);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		builder.withDetail("sessionId", this.ping.session().sessionId());
		SparkPing.Answer answer = this.ping.send().call();
		builder.up()
			.withDetail("version", answer.version())
			.withDetail("latency", DurationStyle.SIMPLE.print(answer.latency(), ChronoUnit.MILLIS));
	}

}
