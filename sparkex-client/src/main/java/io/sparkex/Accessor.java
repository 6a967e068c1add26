package io.sparkex;

import java.io.Serializable;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A method reference to a record component or bean getter, such as {@code Trip::city},
 * that identifies a column.
 * <p>
 * These interfaces need not be implemented or named in code: the compiler selects one by
 * the return type of the referenced method, and with it the type of the
 * {@link Functions#col(Accessor.OfText) column}. Lambdas are rejected because they have
 * no name, and so are methods that are neither record accessors nor getters.
 *
 * @param <T> the record or bean
 * @since 0.1.0
 */
public interface Accessor<T> extends Serializable {

	/**
	 * A reference to a method that returns a String.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfText<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable String read(T row);

	}

	/**
	 * A reference to a method that returns a number, primitive or not.
	 *
	 * @param <N> the class of the number
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfNumber<T, N extends Number & Comparable<N>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable N read(T row);

	}

	/**
	 * A reference to a method that returns a boolean, primitive or not.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfBoolean<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Boolean read(T row);

	}

	/**
	 * A reference to a method that returns an enum constant.
	 *
	 * @param <E> the enum
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfEnum<T, E extends Enum<E>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable E read(T row);

	}

	/**
	 * A reference to a method that returns a comparable value, such as a date or a
	 * timestamp.
	 *
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfComparable<T, V extends Comparable<? super V>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable V read(T row);

	}

	/**
	 * A reference to a method that returns a Period.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfPeriod<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Period read(T row);

	}

	/**
	 * A reference to a method that returns a byte array.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfBytes<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		byte @Nullable [] read(T row);

	}

	/**
	 * A reference to a method that returns a List.
	 *
	 * @param <E> the class of the elements
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfList<T, E> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable List<E> read(T row);

	}

	/**
	 * A reference to a method that returns a Map.
	 *
	 * @param <K> the class of the keys
	 * @param <T> the record or bean
	 * @param <V> the class of the values
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfMap<T, K, V> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Map<K, V> read(T row);

	}

	/**
	 * A reference to a method that returns a comparable record.
	 *
	 * @param <R> the record
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfComparableRecord<T, R extends Record & Comparable<? super R>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable R read(T row);

	}

	/**
	 * A reference to a method that returns a record or bean.
	 *
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfObject<T, V> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable V read(T row);

	}

	/**
	 * A reference to a method that returns an optional String.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalText<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<String> read(T row);

	}

	/**
	 * A reference to a method that returns an optional number.
	 *
	 * @param <N> the class of the number
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalNumber<T, N extends Number & Comparable<N>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<N> read(T row);

	}

	/**
	 * A reference to a method that returns an optional Boolean.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalBoolean<T> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<Boolean> read(T row);

	}

	/**
	 * A reference to a method that returns an optional enum constant.
	 *
	 * @param <E> the enum
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalEnum<T, E extends Enum<E>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<E> read(T row);

	}

	/**
	 * A reference to a method that returns an optional comparable value.
	 *
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalComparable<T, V extends Comparable<? super V>> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<V> read(T row);

	}

	/**
	 * A reference to a method that returns an optional record or bean.
	 *
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptional<T, V> extends Accessor<T> {

		/**
		 * Reads the value. This method is never called; only the name of the referenced
		 * method is used.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<V> read(T row);

	}

}
