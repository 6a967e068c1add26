package io.sparkex.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.MappingException;
import io.sparkex.types.DataType;

/**
 * The values of one column in a batch, read where they lie.
 * <p>
 * A getter converts only where nothing can be lost, so {@code getLong} reads a column of
 * integers but not one of decimals. It must not be called for a row that
 * {@link #isNull(int) is null}: what it returns then means nothing. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public abstract sealed class ColumnVector
		permits NullVector, BooleanVector, ByteVector, ShortVector, IntVector, LongVector, FloatVector, DoubleVector,
		DecimalVector, StringVector, BinaryVector, DateVector, TimestampVector, TimestampNtzVector, TimeVector,
		DayTimeIntervalVector, YearMonthIntervalVector, CalendarIntervalVector, VariantVector, GeometryVector,
		GeographyVector, ListVector, MapVector, StructVector, DictionaryVector, ObjectVector {

	private final DataType type;

	private final @Nullable ByteBuffer validity;

	ColumnVector(DataType type, @Nullable ByteBuffer validity) {
		this.type = type;
		this.validity = validity;
	}

	/**
	 * The type of the values.
	 * @return the Spark type
	 */
	public final DataType type() {
		return this.type;
	}

	/**
	 * Whether there is no value in a row.
	 * @param row the row, from 0
	 * @return {@code true} if it is null
	 */
	public boolean isNull(int row) {
		return this.validity != null && (this.validity.get(row >> 3) & (1 << (row & 7))) == 0;
	}

	/**
	 * The value of a row as an object of the class that stands for the type.
	 * @param row the row, from 0
	 * @return the value, or {@code null}
	 */
	public final @Nullable Object get(int row) {
		return isNull(row) ? null : getObject(row);
	}

	/**
	 * The value of a row that is not null as an object of the class that stands for the
	 * type.
	 * @param row the row, from 0
	 * @return the value
	 */
	abstract Object getObject(int row);

	/**
	 * The value of a row that is not null as an object that does not hold on to the
	 * received bytes.
	 * @param row the row, from 0
	 * @return the value
	 */
	Object getDetached(int row) {
		return getObject(row);
	}

	/**
	 * A vector of some of the rows that does not hold on to the received bytes.
	 * @param start the first row, from 0
	 * @param end the row after the last
	 * @return a vector whose first row is that at {@code start}
	 */
	ColumnVector detached(int start, int end) {
		@Nullable Object[] values = new Object[end - start];
		for (int row = start; row < end; row++) {
			values[row - start] = isNull(row) ? null : getDetached(row);
		}
		return new ObjectVector(this.type, values);
	}

	/**
	 * A row of a vector that has parts of values, which Spark never leaves out.
	 * @param row the row, from 0
	 * @return the same row
	 * @throws CorruptResultException if it is null
	 */
	final int required(int row) {
		if (isNull(row)) {
			throw new CorruptResultException("The server sent a value one of whose parts is null");
		}
		return row;
	}

	/**
	 * Whether a row can be null.
	 * @return {@code false} if none is
	 */
	final boolean hasNulls() {
		return this.validity != null;
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the type is not boolean
	 */
	public boolean getBoolean(int row) {
		throw mismatch("boolean");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public byte getByte(int row) {
		throw mismatch("byte");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public short getShort(int row) {
		throw mismatch("short");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public int getInt(int row) {
		throw mismatch("int");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public long getLong(int row) {
		throw mismatch("long");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public float getFloat(int row) {
		throw mismatch("float");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if values of the type do not all fit
	 */
	public double getDouble(int row) {
		throw mismatch("double");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the type is not an exact number
	 */
	public BigDecimal getDecimal(int row) {
		throw mismatch("BigDecimal");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the type is not text
	 */
	public String getString(int row) {
		throw mismatch("String");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return a copy of the bytes
	 * @throws MappingException if the type is not binary
	 */
	public byte[] getBytes(int row) {
		throw mismatch("byte[]");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the elements
	 * @throws MappingException if the type is not an array
	 */
	public ListSlice getList(int row) {
		throw mismatch("List");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the entries
	 * @throws MappingException if the type is not a map
	 */
	public MapSlice getMap(int row) {
		throw mismatch("Map");
	}

	/**
	 * The value of a row.
	 * @param row the row, from 0
	 * @return the place of the struct
	 * @throws MappingException if the type is not a struct
	 */
	public StructSlice getStruct(int row) {
		throw mismatch("Row");
	}

	private MappingException mismatch(String javaType) {
		return new MappingException("A column of type " + this.type.simpleString() + " cannot be read as " + javaType);
	}

}
