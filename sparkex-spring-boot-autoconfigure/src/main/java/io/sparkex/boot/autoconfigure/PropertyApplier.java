package io.sparkex.boot.autoconfigure;

import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * Applies the values of properties, and names the property whose value is refused.
 *
 * @since 0.1.0
 */
public final class PropertyApplier {

	private static final String MASK = "******";

	private final String prefix;

	/**
	 * Applies properties.
	 * @param prefix what the names of the properties begin with, without a dot at its end
	 */
	public PropertyApplier(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Applies a value, unless there is none.
	 * @param <T> the type of the value
	 * @param name the rest of the name of the property
	 * @param value the value
	 * @param setting what takes it, or refuses it with an
	 * {@link IllegalArgumentException}
	 * @throws InvalidConfigurationPropertyValueException if it is refused
	 */
	public <T> void apply(String name, @Nullable T value, Consumer<T> setting) {
		if (value != null) {
			convert(name, value, value, returning(setting));
		}
	}

	/**
	 * Applies a value that must not be shown, unless there is none.
	 * @param <T> the type of the value
	 * @param name the rest of the name of the property
	 * @param secret the value
	 * @param setting what takes it, or refuses it with an
	 * {@link IllegalArgumentException}
	 * @throws InvalidConfigurationPropertyValueException if it is refused
	 */
	public <T> void applySecret(String name, @Nullable T secret, Consumer<T> setting) {
		if (secret != null) {
			convert(name, secret, MASK, returning(setting));
		}
	}

	private static <T> Function<T, T> returning(Consumer<T> setting) {
		return (value) -> {
			setting.accept(value);
			return value;
		};
	}

	/**
	 * Makes something of a value.
	 * @param <T> the type of the value
	 * @param <R> the type of what is made of it
	 * @param name the rest of the name of the property
	 * @param value the value
	 * @param conversion what takes it, or refuses it with an
	 * {@link IllegalArgumentException}
	 * @return what was made of it
	 * @throws InvalidConfigurationPropertyValueException if it is refused
	 */
	public <T, R> R convert(String name, T value, Function<T, R> conversion) {
		return convert(name, value, value, conversion);
	}

	private <T, R> R convert(String name, T value, Object shown, Function<T, R> conversion) {
		try {
			return conversion.apply(value);
		}
		catch (InvalidConnectionStringException ex) {
			// Says what is wrong where, and has an analyzer of its own.
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(this.prefix + "." + name, shown,
					String.valueOf(ex.getMessage()));
		}
	}

}
