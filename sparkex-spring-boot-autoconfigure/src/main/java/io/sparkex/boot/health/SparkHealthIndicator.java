package io.sparkex.boot.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import io.sparkex.SparkSession;

/**
 * {@link org.springframework.boot.health.contributor.HealthIndicator HealthIndicator} for
 * a {@link SparkSession}: up when Spark tells its version in time. It needs no executor
 * and leaves no trace in Spark's history. Checks that come together share one answer.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public class SparkHealthIndicator extends AbstractHealthIndicator {

	/**
	 * For what a check does besides waiting for Spark, whose errors tell more.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final SparkSession session;

	private final Duration timeout;

	private final AtomicReference<@Nullable FutureTask<Answer>> last = new AtomicReference<>();

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
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		builder.withDetail("sessionId", this.session.sessionId());
		Answer answer = answer();
		builder.up()
			.withDetail("version", answer.version())
			.withDetail("latency", DurationStyle.SIMPLE.print(answer.latency(), ChronoUnit.MILLIS));
	}

	private Answer answer() throws Exception {
		FutureTask<Answer> check = check();
		Duration patience = this.timeout.plus(GRACE);
		try {
			return check.get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
		catch (TimeoutException ex) {
			throw new TimeoutException("Spark could not even be asked within " + patience
					+ ": what the session needs for a call does not return, such as its token supplier");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ex;
		}
	}

	/**
	 * The check that is under way, or a new one. It runs in a thread of its own, since
	 * what others give a session, such as tokens, may take longer than any timeout.
	 */
	private FutureTask<Answer> check() {
		FutureTask<Answer> fresh = new FutureTask<>(this::ask);
		FutureTask<Answer> check = this.last.updateAndGet((last) -> (last == null || last.isDone()) ? fresh : last);
		if (check == fresh) {
			Thread thread = new Thread(fresh, "sparkex-health");
			thread.setDaemon(true);
			thread.start();
		}
		return check;
	}

	private Answer ask() {
		long start = System.nanoTime();
		String version = this.session.ping(this.timeout);
		return new Answer(version, Duration.ofNanos(System.nanoTime() - start));
	}

	private record Answer(String version, Duration latency) {
	}

}
