package io.sparkex.columnar;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.types.DataType;

/**
 * The values of one column in a {@link ColumnBatch}, read in place from the received
 * bytes.
 * <p>
 * Getters apply lossless conversions only: {@code getLong} reads a column of integers but
 * not one of decimals. The result of a getter is undefined for a row that
 * {@link #isNull(int) is null}. Immutable and thread-safe. Only sparkex extends this
 * class.
 *
 * @since 0.1.0
 */
public abstract class ColumnVector {

	private final DataType type;

	/**
	 * Creates a vector.
	 * @param type the type of the values
	 */
	protected ColumnVector(DataType type) {
		this.type = type;
	}

	/**
	 * Returns the type of the values.
	 * @return the Spark type
	 */
	public final DataType type() {
		return this.type;
	}

	/**
	 * Returns whether a row is null.
	 * @param row the row, from 0
	 * @return {@code true} if it is null
	 */
	public abstract boolean isNull(int row);

	/**
	 * Returns the value of a row as an object of the Java class that represents the type.
	 * @param row the row, from 0
	 * @return the value, or {@code null}
	 */
	public abstract @Nullable Object get(int row);

	/**
	 * Copies rows to a vector that does not retain the received bytes.
	 * @param start the first row, from 0
	 * @param end the row after the last one
	 * @return a vector whose first row is the one at {@code start}
	 */
	public abstract ColumnVector detached(int start, int end);

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
