package io.sparkex.internal.protocol;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collector of the server features that a plan requires. Not thread-safe.
 */
final class ServerFeatures {

	private final Set<ServerFeature> needed = new LinkedHashSet<>();

	void need(ServerFeature feature) {
		this.needed.add(feature);
	}

	Set<ServerFeature> needed() {
		return this.needed;
	}

}
