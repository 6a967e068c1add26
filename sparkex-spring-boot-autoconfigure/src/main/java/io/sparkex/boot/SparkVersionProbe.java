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
 * Probe of the server of a session for its Spark version, which always returns within a
 * timeout. {@link SparkSession#ping(Duration)} alone may block longer, since it waits for
 * token suppliers. Concurrent callers share one request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkVersionProbe {

	/**
	 * Additional time for everything other than the request, whose errors are more
	 * specific than a timeout of the probe.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final SparkSession session;

	private final Duration timeout;

	private final AtomicReference<@Nullable FutureTask<Result>> last = new AtomicReference<>();

	/**
	 * Creates a probe.
	 * @param session the session, which the probe does not close
	 * @param timeout the maximum time to wait for a response
	 */
	public SparkVersionProbe(SparkSession session, Duration timeout) {
		this.session = session;
		this.timeout = timeout;
	}

	/**
	 * Returns the session that is probed.
	 * @return the session
	 */
	public SparkSession session() {
		return this.session;
	}

	/**
	 * Sends the request without waiting for the response.
	 * @return a callable that waits for the response for at most the timeout and half a
	 * second. It throws the exceptions of {@link SparkSession#ping(Duration)}, or a
	 * {@link TimeoutException} if the session was unable to send the request
	 */
	public Callable<Result> start() {
		FutureTask<Result> fresh = new FutureTask<>(this::probe);
		FutureTask<Result> task = this.last.updateAndGet((last) -> (last == null || last.isDone()) ? fresh : last);
		if (task == fresh) {
			run(fresh);
		}
		return () -> await(task);
	}

	/**
	 * Runs the task in a separate thread, since a token supplier may block the thread
	 * forever.
	 */
	private static void run(FutureTask<Result> task) {
		Thread thread = new Thread(task, "sparkex-ping");
		thread.setDaemon(true);
		try {
			thread.start();
		}
		catch (OutOfMemoryError ex) {
			// The task will never run, so other callers must not wait for it.
			task.cancel(false);
			throw ex;
		}
	}

	private Result probe() {
		long start = System.nanoTime();
		String version = this.session.ping(this.timeout);
		return new Result(version, Duration.ofNanos(System.nanoTime() - start));
	}

	private Result await(FutureTask<Result> task) throws Exception {
		Duration limit = this.timeout.plus(GRACE);
		try {
			return task.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
		catch (TimeoutException ex) {
			throw new TimeoutException("The request was not completed within " + limit
					+ ": the application is busy, or a callback of the session, such as a token supplier, did not"
					+ " return");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ex;
		}
	}

	/**
	 * The response of the server.
	 *
	 * @param version the version of Spark
	 * @param latency the time until the response
	 */
	public record Result(String version, Duration latency) {
	}

}
