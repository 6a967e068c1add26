package io.sparkex.boot.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Servers, sessions and contexts that the test classes of a run have used, in any order.
 */
final class TestRunRecord {

	/** Ports of the servers with default settings, a single one for all classes. */
	static final Set<Integer> SERVER_PORTS = ConcurrentHashMap.newKeySet();

	/** IDs of the sessions of classes without Spring, one for each class. */
	static final Set<String> SESSION_IDS = ConcurrentHashMap.newKeySet();

	/** Contexts of classes with Spring, a single one for all classes. */
	static final Set<String> CONTEXTS = ConcurrentHashMap.newKeySet();

	private TestRunRecord() {
	}

}
