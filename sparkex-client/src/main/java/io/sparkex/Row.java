package io.sparkex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructType;

/**
 * One row of a result: an immutable view on the batch it came with. Nothing is decoded
 * before it is read.
 * <p>
 * Getters convert only where nothing can be lost; they throw a
 * {@link io.sparkex.errors.MappingException} where a column cannot be read as asked, a
 * {@link NullPointerException} naming the column where a primitive is asked of a null,
 * an {@link IllegalArgumentException} for a name that is unknown or ambiguous, and an
 * {@link IndexOutOfBoundsException} for a position that does not exist. Rows are equal if
 * their values are. Thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface Row permits AbstractRow {

	/**
	 * The names and types of the columns.
	 * @return the schema
	 */
	StructType schema();

	/**
	 * The count of columns.
	 * @return zero or more
	 */
	default int size() {
		return schema().size();
	}

	/**
	 * The count of columns, under Spark's name for it.
	 * @return zero or more
	 */
	default int length() {
		return size();
	}

	/**
	 * The position of the column of a name.
	 * @param name the name, in its exact case
	 * @return the position, from 0
	 */
	default int fieldIndex(String name) {
		return schema().fieldIndex(name);
	}

	/**
	 * Whether there is no value in a column.
	 * @param index the position of the column
	 * @return {@code true} if it is null
	 */
	boolean isNullAt(int index);

	/**
	 * Whether there is no value in a column.
	 * @param name the name of the column
	 * @return {@code true} if it is null
	 */
	default boolean isNull(String name) {
		return isNullAt(fieldIndex(name));
	}

	/**
	 * The value of a column: a box, String, BigDecimal, byte[], LocalDate, Instant or
	 * LocalDateTime, by the type of the column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	@Nullable Object get(int index);

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable Object get(String name) {
		return get(fieldIndex(name));
	}

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param index the position of the column
	 * @param javaClass a box, String, BigDecimal, BigInteger, byte[], a java.time class or
	 * an enum
	 * @return the value, or {@code null}
	 */
	<T> @Nullable T get(int index, Class<T> javaClass);

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param name the name of the column
	 * @param javaClass a box, String, BigDecimal, BigInteger, byte[], a java.time class or
	 * an enum
	 * @return the value, or {@code null}
	 */
	default <T> @Nullable T get(String name, Class<T> javaClass) {
		return get(fieldIndex(name), javaClass);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	boolean getBoolean(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default boolean getBoolean(String name) {
		return getBoolean(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	byte getByte(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default byte getByte(String name) {
		return getByte(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	short getShort(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default short getShort(String name) {
		return getShort(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	int getInt(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default int getInt(String name) {
		return getInt(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	long getLong(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default long getLong(String name) {
		return getLong(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	float getFloat(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default float getFloat(String name) {
		return getFloat(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	double getDouble(int index);

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	default double getDouble(String name) {
		return getDouble(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable BigDecimal getDecimal(int index) {
		return get(index, BigDecimal.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable BigDecimal getDecimal(String name) {
		return getDecimal(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable String getString(int index) {
		return get(index, String.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable String getString(String name) {
		return getString(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default byte @Nullable [] getBytes(int index) {
		return get(index, byte[].class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default byte @Nullable [] getBytes(String name) {
		return getBytes(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable LocalDate getLocalDate(int index) {
		return get(index, LocalDate.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable LocalDate getLocalDate(String name) {
		return getLocalDate(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable Instant getInstant(int index) {
		return get(index, Instant.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable Instant getInstant(String name) {
		return getInstant(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable LocalDateTime getLocalDateTime(int index) {
		return get(index, LocalDateTime.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	default @Nullable LocalDateTime getLocalDateTime(String name) {
		return getLocalDateTime(fieldIndex(name));
	}

	/**
	 * This row without its batch: keeping it keeps nothing else in memory.
	 * @return a row with the same values
	 */
	Row detached();

}
