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
 * Aggregates of the rows that pass through a frame, computed while an action runs on it
 * anyway: {@code frame.observe(observation, count(lit(1)).as("rows")).write()...}, then
 * {@code observation.get()}.
 * <p>
 * Holds the metrics of the first action that reads the frame to its end, and belongs to
 * one frame. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Observation {

	private final String name;

	private final AtomicBoolean used = new AtomicBoolean();

	private final ObservedMetrics metrics;

	/**
	 * An observation of a random name.
	 */
	public Observation() {
		this(UUID.randomUUID().toString());
	}

	/**
	 * An observation.
	 * @param name its name, which listeners on the server see
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Observation(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("the name of an observation must not be blank");
		}
		this.name = name;
		this.metrics = new ObservedMetrics(name);
	}

	/**
	 * The name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The metrics by their names, waited for until the first action is done. Waits for
	 * ever if there is none; one that fails does not count. A metric that is a struct is
	 * a map of its fields by their names.
	 * @return the metrics in their order, in an unmodifiable map
	 * @throws SparkException if the server could not compute them
	 * @throws OperationCancelledException if this thread is interrupted
	 */
	public Map<String, @Nullable Object> get() {
		return await(Long.MAX_VALUE);
	}

	/**
	 * The metrics by their names, waited for no longer than a time.
	 * @param timeout the longest time to wait
	 * @return the metrics in their order, in an unmodifiable map
	 * @throws DeadlineExceededException if no action was done in time
	 * @throws SparkException if the server could not compute them
	 * @throws OperationCancelledException if this thread is interrupted
	 */
	public Map<String, @Nullable Object> get(Duration timeout) {
		return await(TimeUnit.NANOSECONDS.convert(timeout));
	}

	/**
	 * The metrics by their names, as {@link #get()}.
	 * @return the metrics in their order, in an unmodifiable map
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
					"The thread was interrupted while it waited for the observation '" + this.name + "'", ex);
		}
		catch (TimeoutException ex) {
			throw new DeadlineExceededException("No action has completed the observation '" + this.name
					+ "' in time; run one on the frame that observe() returned", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof SparkException cause) {
				throw cause;
			}
			throw new IllegalStateException("The observation '" + this.name + "' failed", ex);
		}
	}

	/**
	 * Claims this observation for a frame.
	 * @throws IllegalStateException if it has one already
	 */
	ObservedMetrics claim() {
		if (!this.used.compareAndSet(false, true)) {
			throw new IllegalStateException(
					"The observation '" + this.name + "' already belongs to a frame; create another one");
		}
		return this.metrics;
	}

	@Override
	public String toString() {
		return "Observation[" + this.name + "]";
	}

}
