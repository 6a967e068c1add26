package io.sparkex.columnar;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.types.DataType;

/**
 * The values of one column in a {@link ColumnBatch}, read in place from the received
 * bytes.
 * <p>
 * Getters apply lossless conversions only: {@code getLong} reads an integer column but
 * not a decimal column. The result of a getter is undefined if the value
 * {@link #isNull(int) is null}. Immutable and thread-safe. Do not extend this class:
 * methods may be added in any release.
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
	 * Returns {@code true} if the value of a row is null.
	 * @param row the row, from 0
	 * @return {@code true} if the value is null
	 */
	public abstract boolean isNull(int row);

	/**
	 * Returns the value of a row as an object of the Java class that represents the type.
	 * @param row the row, from 0
	 * @return the value, or {@code null}
	 */
	public abstract @Nullable Object get(int row);

	/**
	 * Copies rows to a vector that does not keep the received bytes in memory.
	 * @param start the first row, from 0
	 * @param end the row after the last one
	 * @return a vector whose first row is the one at {@code start}
	 */
	public abstract ColumnVector detached(int start, int end);

	/**
	 * Returns the value of a row as a boolean.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type is not boolean
	 */
	public boolean getBoolean(int row) {
		throw mismatch("boolean");
	}

	/**
	 * Returns the value of a row as a byte.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public byte getByte(int row) {
		throw mismatch("byte");
	}

	/**
	 * Returns the value of a row as a short.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public short getShort(int row) {
		throw mismatch("short");
	}

	/**
	 * Returns the value of a row as an int.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public int getInt(int row) {
		throw mismatch("int");
	}

	/**
	 * Returns the value of a row as a long.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public long getLong(int row) {
		throw mismatch("long");
	}

	/**
	 * Returns the value of a row as a float.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public float getFloat(int row) {
		throw mismatch("float");
	}

	/**
	 * Returns the value of a row as a double.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type cannot be converted without loss
	 */
	public double getDouble(int row) {
		throw mismatch("double");
	}

	/**
	 * Returns the value of a row as a BigDecimal.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type is not a decimal or integer type
	 */
	public BigDecimal getDecimal(int row) {
		throw mismatch("BigDecimal");
	}

	/**
	 * Returns the value of a row as a String.
	 * @param row the row, from 0
	 * @return the value
	 * @throws MappingException if the column type is not a string type
	 */
	public String getString(int row) {
		throw mismatch("String");
	}

	/**
	 * Returns the value of a row as a byte array.
	 * @param row the row, from 0
	 * @return a copy of the bytes
	 * @throws MappingException if the column type is not binary
	 */
	public byte[] getBytes(int row) {
		throw mismatch("byte[]");
	}

	/**
	 * Returns the value of a row as a list.
	 * @param row the row, from 0
	 * @return the elements
	 * @throws MappingException if the column type is not an array
	 */
	public ListSlice getList(int row) {
		throw mismatch("List");
	}

	/**
	 * Returns the value of a row as a map.
	 * @param row the row, from 0
	 * @return the entries
	 * @throws MappingException if the column type is not a map
	 */
	public MapSlice getMap(int row) {
		throw mismatch("Map");
	}

	/**
	 * Returns the value of a row as a struct.
	 * @param row the row, from 0
	 * @return the position of the struct in the vectors of its fields
	 * @throws MappingException if the column type is not a struct
	 */
	public StructSlice getStruct(int row) {
		throw mismatch("Row");
	}

	private MappingException mismatch(String javaType) {
		return new MappingException("A column of type " + this.type.simpleString() + " cannot be read as " + javaType);
	}

}
