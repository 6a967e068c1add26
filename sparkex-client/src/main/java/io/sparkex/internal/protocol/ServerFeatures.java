package io.sparkex.internal.protocol;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collector of the server features that a plan requires. Not thread-safe.
 */
final class ServerFeatures {

	private final Set<ServerFeature> required = new LinkedHashSet<>();

	void require(ServerFeature feature) {
		this.required.add(feature);
	}

	Set<ServerFeature> required() {
		return this.required;
	}

}
