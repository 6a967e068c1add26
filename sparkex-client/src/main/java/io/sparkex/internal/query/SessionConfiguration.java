package io.sparkex.internal.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.KeyValue;
import io.sparkex.internal.protocol.ConfigEncoder;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * The runtime configuration of one session. Each method sends one request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SessionConfiguration {

	private final SparkConnectClient client;

	/**
	 * Creates the configuration of a session.
	 * @param client the session
	 */
	public SessionConfiguration(SparkConnectClient client) {
		this.client = client;
	}

	/**
	 * Sets a property.
	 * @param key the key
	 * @param value the value
	 */
	public void set(String key, String value) {
		this.client.config(ConfigEncoder.set(Map.of(key, value)));
	}

	/**
	 * Returns a property.
	 * @param key the key
	 * @return the value
	 */
	public String get(String key) {
		return request(ConfigEncoder.get(key)).getValue();
	}

	/**
	 * Returns a property or a default.
	 * @param key the key
	 * @param defaultValue the value if the property is not set
	 * @return the value
	 */
	public String get(String key, String defaultValue) {
		return request(ConfigEncoder.getWithDefault(key, defaultValue)).getValue();
	}

	/**
	 * Returns a property if it is set.
	 * @param key the key
	 * @return the value, or empty
	 */
	public Optional<String> getOption(String key) {
		KeyValue pair = request(ConfigEncoder.getOption(key));
		return pair.hasValue() ? Optional.of(pair.getValue()) : Optional.empty();
	}

	/**
	 * Returns all properties.
	 * @return the values by their keys, unmodifiable
	 */
	public Map<String, String> getAll() {
		Map<String, String> properties = new LinkedHashMap<>();
		this.client.config(ConfigEncoder.getAll())
			.getPairsList()
			.forEach((pair) -> properties.put(pair.getKey(), pair.getValue()));
		return Map.copyOf(properties);
	}

	/**
	 * Removes a property.
	 * @param key the key
	 */
	public void unset(String key) {
		this.client.config(ConfigEncoder.unset(key));
	}

	/**
	 * Returns whether a property can be changed in a running session.
	 * @param key the key
	 * @return {@code true} if it can
	 */
	public boolean isModifiable(String key) {
		return Boolean.parseBoolean(request(ConfigEncoder.isModifiable(key)).getValue());
	}

	private KeyValue request(ConfigRequest.Operation operation) {
		return this.client.config(operation).getPairs(0);
	}

}
