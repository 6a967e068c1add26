package io.sparkex.boot.autoconfigure;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * Mapper that applies the values of properties and names the property if its value is
 * rejected: {@link PropertyMapper} does not know which property a value comes from.
 * Values that are {@code null} are not applied.
 *
 * @since 0.1.0
 */
public final class NamedProperties {

	private static final String MASK = "******";

	private final PropertyMapper map = PropertyMapper.get();

	private final String prefix;

	/**
	 * Creates an instance for the properties with a common prefix.
	 * @param prefix the prefix without a trailing dot
	 */
	public NamedProperties(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Applies the value of a property.
	 * @param <T> the type of the value
	 * @param name the name of the property after the prefix
	 * @param value the value, or {@code null} if it is not set
	 * @param target accepts the value or throws an {@link IllegalArgumentException}
	 * @throws InvalidConfigurationPropertyValueException if the value is rejected
	 */
	public <T> void apply(String name, @Nullable T value, Consumer<T> target) {
		this.map.from(value).to((source) -> translate(name, source, () -> {
			target.accept(source);
			return source;
		}));
	}

	/**
	 * Applies the value of a property that must not appear in an error message.
	 * @param <T> the type of the value
	 * @param name the name of the property after the prefix
	 * @param value the value, or {@code null} if it is not set
	 * @param target accepts the value or throws an {@link IllegalArgumentException}
	 * @throws InvalidConfigurationPropertyValueException if the value is rejected
	 */
	public <T> void applySecret(String name, @Nullable T value, Consumer<T> target) {
		this.map.from(value).to((source) -> translate(name, MASK, () -> {
			target.accept(source);
			return source;
		}));
	}

	/**
	 * Applies the value of a property to an immutable object.
	 * @param <R> the type of the object
	 * @param <T> the type of the value
	 * @param name the name of the property after the prefix
	 * @param value the value, or {@code null} if it is not set
	 * @param object the object to derive from
	 * @param wither returns a new object with the value, or throws an
	 * {@link IllegalArgumentException}
	 * @return the new object
	 * @throws InvalidConfigurationPropertyValueException if the value is rejected
	 */
	public <R, T> R apply(String name, @Nullable T value, R object, BiFunction<R, T, R> wither) {
		return this.map.from(value)
			.to(object, (current, source) -> translate(name, source, () -> wither.apply(current, source)));
	}

	private <R> R translate(String name, Object shownValue, Supplier<R> application) {
		try {
			return application.get();
		}
		catch (InvalidConnectionStringException ex) {
			// Describes the problem itself, and has its own failure analyzer.
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException(this.prefix + "." + name, shownValue,
					String.valueOf(ex.getMessage()));
		}
	}

}
