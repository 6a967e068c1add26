package io.sparkex.internal.transport;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The tags that each operation of a session bears from then on, so that all of a kind can
 * be interrupted at once. Thread-safe.
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
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public void add(String tag) {
		check(tag);
		this.tags.add(tag);
	}

	/**
	 * Removes a tag, if it is there.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
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
	 * The tags as they are now.
	 * @return a copy
	 */
	public Set<String> get() {
		return new TreeSet<>(this.tags);
	}

	static void check(String tag) {
		if (tag.isEmpty() || tag.contains(",")) {
			throw new IllegalArgumentException("A tag must not be empty, nor have a comma, but is '" + tag + "'");
		}
	}

}
