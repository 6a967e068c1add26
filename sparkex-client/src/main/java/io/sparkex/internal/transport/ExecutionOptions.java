package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.ExecutionListener;

/**
 * What is to be heeded when a plan runs, beside what holds for the whole session.
 *
 * @param tags the tags that its operation bears, to be interrupted by
 * @param timeout the longest time until its last response is read, or {@code null} for
 * any
 * @param listeners who hears of it
 * @since 0.1.0
 */
public record ExecutionOptions(Set<String> tags, @Nullable Duration timeout, List<ExecutionListener> listeners) {

	/** Nothing but what holds for the whole session. */
	public static final ExecutionOptions NONE = new ExecutionOptions(Set.of(), null, List.of());

	public ExecutionOptions {
		tags.forEach(SessionTags::check);
		tags = Set.copyOf(tags);
		listeners = List.copyOf(listeners);
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new IllegalArgumentException("timeout must be positive but is " + timeout);
		}
	}

	/**
	 * These options with one more tag.
	 * @param tag the tag
	 * @return new options
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public ExecutionOptions withTag(String tag) {
		Set<String> more = new TreeSet<>(this.tags);
		more.add(tag);
		return new ExecutionOptions(more, this.timeout, this.listeners);
	}

	/**
	 * These options with another timeout.
	 * @param timeout the longest time
	 * @return new options
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ExecutionOptions withTimeout(Duration timeout) {
		return new ExecutionOptions(this.tags, timeout, this.listeners);
	}

	/**
	 * These options with one more listener.
	 * @param listener who hears of it as well
	 * @return new options
	 */
	public ExecutionOptions withListener(ExecutionListener listener) {
		List<ExecutionListener> more = new ArrayList<>(this.listeners);
		more.add(listener);
		return new ExecutionOptions(this.tags, this.timeout, more);
	}

}
