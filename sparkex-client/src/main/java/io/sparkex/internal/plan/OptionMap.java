package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options as they are set one by one; their names differ by more than case. Not
 * thread-safe.
 */
public final class OptionMap {

	private final Map<String, String> values = new LinkedHashMap<>();

	public void put(String key, String value) {
		this.values.keySet().removeIf(key::equalsIgnoreCase);
		this.values.put(key, value);
	}

	public Map<String, String> values() {
		return Collections.unmodifiableMap(this.values);
	}

}
