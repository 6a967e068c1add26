package io.sparkex;

import java.util.Map;
import java.util.Optional;

import io.sparkex.internal.query.SessionConfiguration;

/**
 * The configuration of a session on the server, from {@link SparkSession#conf()}.
 * <p>
 * Each method asks the server, and what the server warns of, such as a deprecated key, is
 * logged. A change is seen by what the session runs from then on, and by no other
 * session. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RuntimeConfig {

	private final SessionConfiguration configuration;

	RuntimeConfig(SessionConfiguration configuration) {
		this.configuration = configuration;
	}

	/**
	 * Sets a property.
	 * @param key the key
	 * @param value its value
	 * @throws io.sparkex.errors.RemoteException if the server takes no such value, or the
	 * property can only be set when the server starts
	 */
	public void set(String key, String value) {
		this.configuration.set(key, value);
	}

	/**
	 * Sets a property.
	 * @param key the key
	 * @param value its value
	 * @throws io.sparkex.errors.RemoteException if the server takes no such value, or the
	 * property can only be set when the server starts
	 */
	public void set(String key, boolean value) {
		set(key, Boolean.toString(value));
	}

	/**
	 * Sets a property.
	 * @param key the key
	 * @param value its value
	 * @throws io.sparkex.errors.RemoteException if the server takes no such value, or the
	 * property can only be set when the server starts
	 */
	public void set(String key, long value) {
		set(key, Long.toString(value));
	}

	/**
	 * The value of a property that is set or has a default.
	 * @param key the key
	 * @return the value
	 * @throws io.sparkex.errors.RemoteException of the error class
	 * {@code SQL_CONF_NOT_FOUND} if it has neither
	 */
	public String get(String key) {
		return this.configuration.get(key);
	}

	/**
	 * The value of a property, or another where it is not set.
	 * @param key the key
	 * @param defaultValue the other value, taken even where Spark has a default
	 * @return the value
	 */
	public String get(String key, String defaultValue) {
		return this.configuration.get(key, defaultValue);
	}

	/**
	 * The value of a property that may be neither set nor have a default.
	 * @param key the key
	 * @return the value, if there is one
	 */
	public Optional<String> getOption(String key) {
		return this.configuration.getOption(key);
	}

	/**
	 * Whether a property is set or has a default.
	 * @param key the key
	 * @return whether {@link #getOption(String)} has a value
	 */
	public boolean contains(String key) {
		return getOption(key).isPresent();
	}

	/**
	 * The properties that are set, here or on the server; defaults are not among them.
	 * @return values by their keys, a copy that does not change
	 */
	public Map<String, String> getAll() {
		return this.configuration.getAll();
	}

	/**
	 * Takes back what was set for a property, so that its default counts. A property that
	 * is not set stays so.
	 * @param key the key
	 * @throws io.sparkex.errors.RemoteException if the property can only be set when the
	 * server starts
	 */
	public void unset(String key) {
		this.configuration.unset(key);
	}

	/**
	 * Whether Spark knows the property and a session can set it.
	 * @param key the key
	 * @return false for a key that Spark does not know, though it can be set
	 */
	public boolean isModifiable(String key) {
		return this.configuration.isModifiable(key);
	}

}
