package io.sparkex.annotation;

/**
 * Reads and writes values of a class that has no type of Spark. Never asked about nulls,
 * which stay nulls. An exception that it throws reaches the caller as it is. Must be
 * thread-safe.
 *
 * @param <C> the class that a column is read as and written from: any that the component
 * of a record can have, such as String, Long, BigDecimal or another record
 * @param <J> the class that the program uses
 * @since 0.1.0
 */
public interface ValueConverter<C, J> {

	/**
	 * Reads a value.
	 * @param value the value of the column
	 * @return the value for the program
	 */
	J read(C value);

	/**
	 * Writes a value.
	 * @param value the value of the program
	 * @return the value for the column
	 */
	C write(J value);

}
