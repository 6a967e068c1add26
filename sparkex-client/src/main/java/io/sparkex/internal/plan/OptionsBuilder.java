package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mutable options with case-insensitive names. A new value replaces one whose name
 * differs only by case. Not thread-safe.
 */
public final class OptionsBuilder {

	private final Map<String, String> values = new LinkedHashMap<>();

	public void put(String key, String value) {
		this.values.keySet().removeIf(key::equalsIgnoreCase);
		this.values.put(key, value);
	}

	public Map<String, String> values() {
		return Collections.unmodifiableMap(this.values);
	}

}
