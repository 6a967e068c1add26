package io.sparkex.internal.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.KeyValue;

/**
 * Encodes what is asked of the configuration of a session.
 *
 * @since 0.1.0
 */
public final class ConfigEncoder {

	private ConfigEncoder() {
	}

	/**
	 * Sets properties.
	 * @param properties values by their keys
	 * @return the operation
	 */
	public static ConfigRequest.Operation set(Map<String, String> properties) {
		ConfigRequest.Set.Builder message = ConfigRequest.Set.newBuilder();
		properties.forEach((key, value) -> message.addPairs(pair(key, value)));
		return ConfigRequest.Operation.newBuilder().setSet(message).build();
	}

	/**
	 * Asks for the value of a property that must have one.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation get(String key) {
		return ConfigRequest.Operation.newBuilder().setGet(ConfigRequest.Get.newBuilder().addKeys(key)).build();
	}

	/**
	 * Asks for the value of a property, or another where it has none.
	 * @param key the key
	 * @param defaultValue the other value, or {@code null} for none
	 * @return the operation
	 */
	public static ConfigRequest.Operation getWithDefault(String key, @Nullable String defaultValue) {
		return ConfigRequest.Operation.newBuilder()
			.setGetWithDefault(ConfigRequest.GetWithDefault.newBuilder().addPairs(pair(key, defaultValue)))
			.build();
	}

	/**
	 * Asks for the value of a property that may have none.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation getOption(String key) {
		return ConfigRequest.Operation.newBuilder()
			.setGetOption(ConfigRequest.GetOption.newBuilder().addKeys(key))
			.build();
	}

	/**
	 * Asks for all properties that are set.
	 * @return the operation
	 */
	public static ConfigRequest.Operation getAll() {
		return ConfigRequest.Operation.newBuilder().setGetAll(ConfigRequest.GetAll.getDefaultInstance()).build();
	}

	/**
	 * Takes back the value of a property.
	 * @param key the key
	 * @return the operation
	 */
	public static ConfigRequest.Operation unset(String key) {
		return ConfigRequest.Operation.newBuilder().setUnset(ConfigRequest.Unset.newBuilder().addKeys(key)).build();
	}

	/**
	 * Asks whether a property can be set in a session.
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
