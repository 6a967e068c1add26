package io.sparkex.annotation;

/**
 * A converter between a column value and a class that has no Spark type. Nulls are not
 * passed to converters and stay nulls. Exceptions that a converter throws are passed to
 * the caller unchanged. Implementations must be thread-safe.
 *
 * @param <C> the class of the column value: any class that a record component can have,
 * such as String, Long, BigDecimal or another record
 * @param <J> the class that the application uses
 * @since 0.1.0
 */
public interface ValueConverter<C, J> {

	/**
	 * Converts a column value to an application value.
	 * @param value the column value
	 * @return the application value
	 */
	J read(C value);

	/**
	 * Converts an application value to a column value.
	 * @param value the application value
	 * @return the column value
	 */
	C write(J value);

}
