package io.sparkex;

import java.io.Serializable;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a component of a record or to a getter of a bean, such as
 * {@code Trip::city}, that stands for the column of that name.
 * <p>
 * Nobody needs to implement or to name these interfaces: the compiler chooses one by the
 * type that the referenced method returns, and with it the kind of the
 * {@link Functions#col(Accessor.OfText) column}. A lambda has no name to go by, so it is
 * refused, and so is every method that is neither an accessor of a record nor a getter.
 *
 * @param <T> the record or bean
 * @since 0.1.0
 */
public interface Accessor<T> extends Serializable {

	/**
	 * Returns text.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfText<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable String read(T row);

	}

	/**
	 * Returns a number, primitive or not.
	 *
	 * @param <T> the record or bean
	 * @param <N> the class of the number
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfNumber<T, N extends Number & Comparable<N>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable N read(T row);

	}

	/**
	 * Returns true or false.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfBoolean<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Boolean read(T row);

	}

	/**
	 * Returns a constant of an enum.
	 *
	 * @param <T> the record or bean
	 * @param <E> the enum
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfEnum<T, E extends Enum<E>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable E read(T row);

	}

	/**
	 * Returns a value that has an order, such as a date or a time.
	 *
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfComparable<T, V extends Comparable<? super V>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable V read(T row);

	}

	/**
	 * Returns a count of years and months.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfPeriod<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Period read(T row);

	}

	/**
	 * Returns binary data.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfBytes<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		byte @Nullable [] read(T row);

	}

	/**
	 * Returns a list.
	 *
	 * @param <T> the record or bean
	 * @param <E> the class of the elements
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfList<T, E> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable List<E> read(T row);

	}

	/**
	 * Returns a map.
	 *
	 * @param <T> the record or bean
	 * @param <K> the class of the keys
	 * @param <V> the class of the values
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfMap<T, K, V> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable Map<K, V> read(T row);

	}

	/**
	 * Returns a record that has an order.
	 *
	 * @param <T> the record or bean
	 * @param <R> the record
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfComparableRecord<T, R extends Record & Comparable<? super R>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable R read(T row);

	}

	/**
	 * Returns a record or bean.
	 *
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfObject<T, V> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		@Nullable V read(T row);

	}

	/**
	 * Returns an optional text.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalText<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<String> read(T row);

	}

	/**
	 * Returns an optional number.
	 *
	 * @param <T> the record or bean
	 * @param <N> the class of the number
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalNumber<T, N extends Number & Comparable<N>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<N> read(T row);

	}

	/**
	 * Returns optionally true or false.
	 *
	 * @param <T> the record or bean
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalBoolean<T> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<Boolean> read(T row);

	}

	/**
	 * Returns an optional constant of an enum.
	 *
	 * @param <T> the record or bean
	 * @param <E> the enum
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalEnum<T, E extends Enum<E>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<E> read(T row);

	}

	/**
	 * Returns an optional value that has an order.
	 *
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptionalComparable<T, V extends Comparable<? super V>> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<V> read(T row);

	}

	/**
	 * Returns an optional record or bean.
	 *
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @since 0.1.0
	 */
	@FunctionalInterface
	interface OfOptional<T, V> extends Accessor<T> {

		/**
		 * Reads the value; never called, since only the name counts.
		 * @param row the record or bean
		 * @return the value
		 */
		Optional<V> read(T row);

	}

}
