package io.sparkex.boot;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sparkex.SparkSession;

/**
 * Asks a session for the version of its Spark, and waits no longer than it is told
 * whatever happens: {@link SparkSession#ping(Duration)} waits for whoever gives tokens.
 * Those who ask while somebody does already share one answer. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkPing {

	/**
	 * For what is done besides waiting for Spark, whose errors tell more.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final SparkSession session;

	private final Duration timeout;

	private final AtomicReference<@Nullable FutureTask<Answer>> last = new AtomicReference<>();

	/**
	 * Pings of a session.
	 * @param session the session, which stays the caller's
	 * @param timeout the longest time to wait for an answer
	 */
	public SparkPing(SparkSession session, Duration timeout) {
		this.session = session;
		this.timeout = timeout;
	}

	/**
	 * The session that is asked.
	 * @return the session
	 */
	public SparkSession session() {
		return this.session;
	}

	/**
	 * Asks, without waiting.
	 * @return waits for the answer for as long as the timeout and half a second, and
	 * throws what {@link SparkSession#ping(Duration)} does, or a {@link TimeoutException}
	 * if the session could not even ask
	 */
	public Callable<Answer> send() {
		FutureTask<Answer> fresh = new FutureTask<>(this::ask);
		FutureTask<Answer> task = this.last.updateAndGet((last) -> (last == null || last.isDone()) ? fresh : last);
		if (task == fresh) {
			start(fresh);
		}
		return () -> await(task);
	}

	/**
	 * Runs it in a thread of its own, since what the session waits for may hold on to
	 * that for good.
	 */
	private static void start(FutureTask<Answer> task) {
		Thread thread = new Thread(task, "sparkex-ping");
		thread.setDaemon(true);
		try {
			thread.start();
		}
		catch (OutOfMemoryError ex) {
			// There are no more threads: others must not wait for this one.
			task.cancel(false);
			throw ex;
		}
	}

	private Answer ask() {
		long start = System.nanoTime();
		String version = this.session.ping(this.timeout);
		return new Answer(version, Duration.ofNanos(System.nanoTime() - start));
	}

	private Answer await(FutureTask<Answer> task) throws Exception {
		Duration patience = this.timeout.plus(GRACE);
		try {
			return task.get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
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
	 * What Spark has answered.
	 *
	 * @param version its version
	 * @param latency how long it took
	 */
	public record Answer(String version, Duration latency) {
	}

}
