package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.ExecutionListener;

/**
 * The options of one execution, in addition to those of the session.
 *
 * @param tags the tags of the operation
 * @param timeout the maximum time until the last response is read, or {@code null} for no
 * timeout
 * @param listeners the listeners of the execution
 * @since 0.1.0
 */
public record ExecutionOptions(Set<String> tags, @Nullable Duration timeout, List<ExecutionListener> listeners) {

	/** No options. */
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
	 * Returns these options with one more tag.
	 * @param tag the tag
	 * @return new options
	 * @throws IllegalArgumentException if it is empty or contains a comma
	 */
	public ExecutionOptions withTag(String tag) {
		Set<String> more = new TreeSet<>(this.tags);
		more.add(tag);
		return new ExecutionOptions(more, this.timeout, this.listeners);
	}

	/**
	 * Returns these options with another timeout.
	 * @param timeout the maximum time
	 * @return new options
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ExecutionOptions withTimeout(Duration timeout) {
		return new ExecutionOptions(this.tags, timeout, this.listeners);
	}

	/**
	 * Returns these options with one more listener.
	 * @param listener the listener
	 * @return new options
	 */
	public ExecutionOptions withListener(ExecutionListener listener) {
		List<ExecutionListener> more = new ArrayList<>(this.listeners);
		more.add(listener);
		return new ExecutionOptions(this.tags, this.timeout, more);
	}

}
