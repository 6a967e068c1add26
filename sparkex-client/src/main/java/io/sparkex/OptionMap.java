package io.sparkex;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options as they are set one by one; their names differ by more than case. Not
 * thread-safe.
 */
final class OptionMap {

	private final Map<String, String> values = new LinkedHashMap<>();

	void put(String key, String value) {
		this.values.keySet().removeIf(key::equalsIgnoreCase);
		this.values.put(key, value);
	}

	Map<String, String> values() {
		return Collections.unmodifiableMap(this.values);
	}

}
