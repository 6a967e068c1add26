package io.sparkex;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SparkException;
import io.sparkex.internal.query.ObservedMetrics;

/**
 * Aggregate metrics of a DataFrame that are computed while an action runs on it:
 * {@code df.observe(observation, count(lit(1)).as("rows")).write()...}, followed by
 * {@code observation.get()}.
 * <p>
 * An observation holds the metrics of the first action that completes, and can be used
 * with one DataFrame only. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Observation {

	private final String name;

	private final AtomicBoolean used = new AtomicBoolean();

	private final ObservedMetrics metrics;

	/**
	 * Creates an observation with a random name.
	 */
	public Observation() {
		this(UUID.randomUUID().toString());
	}

	/**
	 * Creates an observation with a name.
	 * @param name the name, which query execution listeners on the server receive
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Observation(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of an observation must not be blank");
		}
		this.name = name;
		this.metrics = new ObservedMetrics(name);
	}

	/**
	 * Returns the name of the observation.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the metrics, and waits until the first action completes. Failed actions do
	 * not count; without an action the method waits forever. A struct is returned as a
	 * map of its fields by name.
	 * @return the metrics by name, in an unmodifiable map in their order
	 * @throws SparkException if the server could not compute the metrics
	 * @throws OperationCancelledException if the thread is interrupted
	 */
	public Map<String, @Nullable Object> get() {
		return await(Long.MAX_VALUE);
	}

	/**
	 * Returns the metrics, and waits for the first action with a timeout.
	 * @param timeout the maximum time to wait
	 * @return the metrics by name, in an unmodifiable map in their order
	 * @throws DeadlineExceededException if no action completes in time
	 * @throws SparkException if the server could not compute the metrics
	 * @throws OperationCancelledException if the thread is interrupted
	 */
	public Map<String, @Nullable Object> get(Duration timeout) {
		return await(TimeUnit.NANOSECONDS.convert(timeout));
	}

	/**
	 * Returns the metrics, as {@link #get()} does.
	 * @return the metrics by name, in an unmodifiable map in their order
	 */
	public Map<String, @Nullable Object> getAsJava() {
		return get();
	}

	private Map<String, @Nullable Object> await(long nanos) {
		try {
			return this.metrics.values().get(nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException(
					"The thread was interrupted while waiting for the observation '" + this.name + "'", ex);
		}
		catch (TimeoutException ex) {
			throw new DeadlineExceededException("No action has completed the observation '" + this.name
					+ "' in time; run an action on the DataFrame that observe() returned", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof SparkException cause) {
				throw cause;
			}
			throw new IllegalStateException("The observation '" + this.name + "' failed", ex);
		}
	}

	/**
	 * Claims this observation for a DataFrame.
	 * @throws IllegalStateException if it is already claimed
	 */
	ObservedMetrics claim() {
		if (!this.used.compareAndSet(false, true)) {
			throw new IllegalStateException(
					"The observation '" + this.name + "' is already used by a DataFrame; create a new observation");
		}
		return this.metrics;
	}

	@Override
	public String toString() {
		return "Observation[" + this.name + "]";
	}

}
