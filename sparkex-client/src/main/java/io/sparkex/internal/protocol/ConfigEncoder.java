package io.sparkex.internal.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.KeyValue;

/**
 * Encoder of operations on the configuration of a session.
 *
 * @since 0.1.0
 */
public final class ConfigEncoder {

	private ConfigEncoder() {
	}

	/**
	 * Creates an operation that sets properties.
	 * @param properties the values by key
	 * @return the operation
	 */
	public static ConfigRequest.Operation set(Map<String, String> properties) {
		ConfigRequest.Set.Builder message = ConfigRequest.Set.newBuilder();
		properties.forEach((key, value) -> message.addPairs(pair(key, value)));
		return ConfigRequest.Operation.newBuilder().setSet(message).build();
	}

	/**
	 * Creates an operation that reads a property, which must have a value.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation get(String key) {
		return ConfigRequest.Operation.newBuilder().setGet(ConfigRequest.Get.newBuilder().addKeys(key)).build();
	}

	/**
	 * Creates an operation that reads a property with a default value.
	 * @param key the key
	 * @param defaultValue the default value, or {@code null} for none
	 * @return the operation
	 */
	public static ConfigRequest.Operation getWithDefault(String key, @Nullable String defaultValue) {
		return ConfigRequest.Operation.newBuilder()
			.setGetWithDefault(ConfigRequest.GetWithDefault.newBuilder().addPairs(pair(key, defaultValue)))
			.build();
	}

	/**
	 * Creates an operation that reads a property, which may have no value.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation getOption(String key) {
		return ConfigRequest.Operation.newBuilder()
			.setGetOption(ConfigRequest.GetOption.newBuilder().addKeys(key))
			.build();
	}

	/**
	 * Creates an operation that reads all properties with a value.
	 * @return the operation
	 */
	public static ConfigRequest.Operation getAll() {
		return ConfigRequest.Operation.newBuilder().setGetAll(ConfigRequest.GetAll.getDefaultInstance()).build();
	}

	/**
	 * Creates an operation that resets a property.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation unset(String key) {
		return ConfigRequest.Operation.newBuilder().setUnset(ConfigRequest.Unset.newBuilder().addKeys(key)).build();
	}

	/**
	 * Creates an operation that checks if a property can be modified in a session.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation isModifiable(String key) {
		return ConfigRequest.Operation.newBuilder()
			.setIsModifiable(ConfigRequest.IsModifiable.newBuilder().addKeys(key))
			.build();
	}

	private static KeyValue.Builder pair(String key, @Nullable String value) {
		KeyValue.Builder pair = KeyValue.newBuilder().setKey(key);
		return (value != null) ? pair.setValue(value) : pair;
	}

}
