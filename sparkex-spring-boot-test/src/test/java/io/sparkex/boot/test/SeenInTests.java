package io.sparkex.boot.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the test classes of this run have met, in whatever order they run.
 */
final class SeenInTests {

	/** Where the servers with default settings are: one place for all classes. */
	static final Set<Integer> ports = ConcurrentHashMap.newKeySet();

	/** The sessions of classes without Spring: one each. */
	static final Set<String> sessions = ConcurrentHashMap.newKeySet();

	/** The contexts of equal classes of Spring: one for all. */
	static final Set<String> contexts = ConcurrentHashMap.newKeySet();

	private SeenInTests() {
	}

}
