package io.sparkex.internal.transport;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The tags of new operations of a session, with which groups of operations can be
 * interrupted. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SessionTags {

	private final Set<String> tags = new ConcurrentSkipListSet<>();

	SessionTags() {
	}

	/**
	 * Adds a tag.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or contains a comma
	 */
	public void add(String tag) {
		check(tag);
		this.tags.add(tag);
	}

	/**
	 * Removes a tag if it exists.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or contains a comma
	 */
	public void remove(String tag) {
		check(tag);
		this.tags.remove(tag);
	}

	/**
	 * Removes all tags.
	 */
	public void clear() {
		this.tags.clear();
	}

	/**
	 * Returns the current tags.
	 * @return a copy
	 */
	public Set<String> get() {
		return new TreeSet<>(this.tags);
	}

	static void check(String tag) {
		if (tag.isEmpty() || tag.contains(",")) {
			throw new IllegalArgumentException("A tag must not be empty or contain a comma but is '" + tag + "'");
		}
	}

}
