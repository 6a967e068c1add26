package io.sparkex;

import java.util.Map;
import java.util.Optional;

import io.sparkex.internal.query.SessionConfiguration;

/**
 * The runtime configuration of a session on the server, from {@link SparkSession#conf()}.
 * <p>
 * Each method calls the server. Warnings of the server, for example about deprecated
 * keys, are logged. Changes apply to operations of this session that start later.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RuntimeConfig {

	private final SessionConfiguration configuration;

	RuntimeConfig(SessionConfiguration configuration) {
		this.configuration = configuration;
	}

	/**
	 * Sets a configuration property.
	 * @param key the key
	 * @param value the value
	 * @throws io.sparkex.errors.RemoteException if the server rejects the value, or if
	 * the property is static and can only be set when the server starts
	 */
	public void set(String key, String value) {
		this.configuration.set(key, value);
	}

	/**
	 * Sets a configuration property.
	 * @param key the key
	 * @param value the value
	 * @throws io.sparkex.errors.RemoteException if the server rejects the value, or if
	 * the property is static and can only be set when the server starts
	 */
	public void set(String key, boolean value) {
		set(key, Boolean.toString(value));
	}

	/**
	 * Sets a configuration property.
	 * @param key the key
	 * @param value the value
	 * @throws io.sparkex.errors.RemoteException if the server rejects the value, or if
	 * the property is static and can only be set when the server starts
	 */
	public void set(String key, long value) {
		set(key, Long.toString(value));
	}

	/**
	 * Returns the value of a configuration property, or its default value.
	 * @param key the key
	 * @return the value
	 * @throws io.sparkex.errors.RemoteException with the error class
	 * {@code SQL_CONF_NOT_FOUND} if the property is not set and has no default value
	 */
	public String get(String key) {
		return this.configuration.get(key);
	}

	/**
	 * Returns the value of a configuration property, or the given default value if it is
	 * not set.
	 * @param key the key
	 * @param defaultValue the default value, which takes precedence over Spark's own
	 * default
	 * @return the value
	 */
	public String get(String key, String defaultValue) {
		return this.configuration.get(key, defaultValue);
	}

	/**
	 * Returns the value of a configuration property, or its default value, if there is
	 * one.
	 * @param key the key
	 * @return the value, or an empty optional if the property is not set and has no
	 * default value
	 */
	public Optional<String> getOption(String key) {
		return this.configuration.getOption(key);
	}

	/**
	 * Returns {@code true} if a configuration property is set or has a default value.
	 * @param key the key
	 * @return {@code true} if {@link #getOption(String)} returns a value
	 */
	public boolean contains(String key) {
		return getOption(key).isPresent();
	}

	/**
	 * Returns all configuration properties that are set, by the client or on the server.
	 * Default values are not included.
	 * @return a copy of the values by key
	 */
	public Map<String, String> getAll() {
		return this.configuration.getAll();
	}

	/**
	 * Resets a configuration property to its default value. Has no effect if the property
	 * is not set.
	 * @param key the key
	 * @throws io.sparkex.errors.RemoteException if the property is static and can only be
	 * set when the server starts
	 */
	public void unset(String key) {
		this.configuration.unset(key);
	}

	/**
	 * Returns {@code true} if Spark knows the property and it can be changed at runtime.
	 * @param key the key
	 * @return {@code false} for a static property or an unknown key; unknown keys can be
	 * set nevertheless
	 */
	public boolean isModifiable(String key) {
		return this.configuration.isModifiable(key);
	}

}
