package io.sparkex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ColumnBatch;
import io.sparkex.arrow.ColumnVector;
import io.sparkex.mapping.ValueConversion;
import io.sparkex.types.StructType;

/**
 * One row of a result: an immutable view on the batch it came with. Nothing is decoded
 * before it is read.
 * <p>
 * Getters convert only where nothing can be lost; they throw a
 * {@link io.sparkex.errors.MappingException} where a column cannot be read as asked, a
 * {@link NullPointerException} naming the column where a primitive is asked of a null, an
 * {@link IllegalArgumentException} for a name that is unknown or ambiguous, and an
 * {@link IndexOutOfBoundsException} for a position that does not exist. Rows are equal if
 * their values are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Row {

	private final ColumnBatch batch;

	private final int row;

	Row(ColumnBatch batch, int row) {
		this.batch = batch;
		this.row = row;
	}

	/**
	 * The names and types of the columns.
	 * @return the schema
	 */
	public StructType schema() {
		return this.batch.schema();
	}

	/**
	 * The count of columns.
	 * @return zero or more
	 */
	public int size() {
		return schema().size();
	}

	/**
	 * The position of the column of a name.
	 * @param name the name, in its exact case
	 * @return the position, from 0
	 */
	public int fieldIndex(String name) {
		return schema().fieldIndex(name);
	}

	/**
	 * Whether there is no value in a column.
	 * @param index the position of the column
	 * @return {@code true} if it is null
	 */
	public boolean isNullAt(int index) {
		return this.batch.column(index).isNull(this.row);
	}

	/**
	 * Whether there is no value in a column.
	 * @param name the name of the column
	 * @return {@code true} if it is null
	 */
	public boolean isNullAt(String name) {
		return isNullAt(fieldIndex(name));
	}

	/**
	 * The value of a column: a box, String, BigDecimal, byte[], LocalDate, Instant or
	 * LocalDateTime, by the type of the column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(int index) {
		return this.batch.column(index).get(this.row);
	}

	/**
	 * The value of a column, as by {@link #get(int)}.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(String name) {
		return get(fieldIndex(name));
	}

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param index the position of the column
	 * @param javaClass a box, String, BigDecimal, BigInteger, byte[], a java.time class
	 * or an enum
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(int index, Class<T> javaClass) {
		return ValueConversion.read(schema().field(index), this.batch.column(index), this.row, javaClass);
	}

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param name the name of the column
	 * @param javaClass a box, String, BigDecimal, BigInteger, byte[], a java.time class
	 * or an enum
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(String name, Class<T> javaClass) {
		return get(fieldIndex(name), javaClass);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public boolean getBoolean(int index) {
		return present(index).getBoolean(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public boolean getBoolean(String name) {
		return getBoolean(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public byte getByte(int index) {
		return present(index).getByte(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public byte getByte(String name) {
		return getByte(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public short getShort(int index) {
		return present(index).getShort(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public short getShort(String name) {
		return getShort(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public int getInt(int index) {
		return present(index).getInt(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public int getInt(String name) {
		return getInt(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public long getLong(int index) {
		return present(index).getLong(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public long getLong(String name) {
		return getLong(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public float getFloat(int index) {
		return present(index).getFloat(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public float getFloat(String name) {
		return getFloat(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public double getDouble(int index) {
		return present(index).getDouble(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public double getDouble(String name) {
		return getDouble(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable BigDecimal getDecimal(int index) {
		return get(index, BigDecimal.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable BigDecimal getDecimal(String name) {
		return getDecimal(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable String getString(int index) {
		return get(index, String.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable String getString(String name) {
		return getString(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(int index) {
		return get(index, byte[].class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(String name) {
		return getBytes(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(int index) {
		return get(index, LocalDate.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(String name) {
		return getLocalDate(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(int index) {
		return get(index, Instant.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(String name) {
		return getInstant(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(int index) {
		return get(index, LocalDateTime.class);
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(String name) {
		return getLocalDateTime(fieldIndex(name));
	}

	private ColumnVector present(int index) {
		ColumnVector column = this.batch.column(index);
		if (column.isNull(this.row)) {
			throw new NullPointerException("The column '" + schema().field(index).name()
					+ "' is null in this row; ask isNullAt first, or use get");
		}
		return column;
	}

	/**
	 * This row without its batch: keeping it keeps nothing else in memory.
	 * @return a row with the same values
	 */
	public Row detached() {
		return new Row(this.batch.detached(this.row), 0);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Row that && Arrays.deepEquals(values(), that.values()));
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(values());
	}

	private @Nullable Object[] values() {
		@Nullable Object[] values = new Object[size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = get(i);
		}
		return values;
	}

	@Override
	public String toString() {
		StringJoiner out = new StringJoiner(", ", "Row(", ")");
		for (int i = 0; i < size(); i++) {
			Object value = get(i);
			out.add(schema().field(i).name() + "="
					+ ((value instanceof byte[] bytes) ? Arrays.toString(bytes) : value));
		}
		return out.toString();
	}

}
