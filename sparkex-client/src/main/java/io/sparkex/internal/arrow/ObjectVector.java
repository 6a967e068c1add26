package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ListSlice;
import io.sparkex.columnar.MapSlice;
import io.sparkex.types.DataType;

/**
 * Column vector of objects, for single rows that are detached from their batch.
 *
 * @since 0.1.0
 */
final class ObjectVector extends ArrowVector {

	private final @Nullable Object[] values;

	/**
	 * Creates a vector.
	 * @param type the type of the values
	 * @param values the values, each {@code null} or of the class of the type
	 */
	public ObjectVector(DataType type, @Nullable Object... values) {
		super(type, null);
		this.values = Arrays.copyOf(values, values.length);
	}

	@Override
	public boolean isNull(int row) {
		return this.values[row] == null;
	}

	@Override
	Object getObject(int row) {
		Object value = this.values[row];
		if (value == null) {
			throw new IllegalStateException("There is no value in row " + row);
		}
		return value;
	}

	@Override
	public boolean getBoolean(int row) {
		return (getObject(row) instanceof Boolean value) ? value : super.getBoolean(row);
	}

	@Override
	public byte getByte(int row) {
		return (getObject(row) instanceof Byte value) ? value : super.getByte(row);
	}

	@Override
	public short getShort(int row) {
		Object value = getObject(row);
		return (value instanceof Byte || value instanceof Short) ? ((Number) value).shortValue() : super.getShort(row);
	}

	@Override
	public int getInt(int row) {
		Object value = getObject(row);
		return (value instanceof Byte || value instanceof Short || value instanceof Integer)
				? ((Number) value).intValue() : super.getInt(row);
	}

	@Override
	public long getLong(int row) {
		Object value = getObject(row);
		return isInteger(value) ? ((Number) value).longValue() : super.getLong(row);
	}

	@Override
	public float getFloat(int row) {
		Object value = getObject(row);
		return (value instanceof Float || value instanceof Byte || value instanceof Short)
				? ((Number) value).floatValue() : super.getFloat(row);
	}

	@Override
	public double getDouble(int row) {
		Object value = getObject(row);
		boolean fits = value instanceof Number && !(value instanceof Long) && !(value instanceof BigDecimal);
		return fits ? ((Number) value).doubleValue() : super.getDouble(row);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		Object value = getObject(row);
		if (value instanceof BigDecimal decimal) {
			return decimal;
		}
		return isInteger(value) ? BigDecimal.valueOf(((Number) value).longValue()) : super.getDecimal(row);
	}

	@Override
	public String getString(int row) {
		return (getObject(row) instanceof String value) ? value : super.getString(row);
	}

	@Override
	public byte[] getBytes(int row) {
		return (getObject(row) instanceof byte[] value) ? value : super.getBytes(row);
	}

	@Override
	public ListSlice getList(int row) {
		return (getObject(row) instanceof ListSlice value) ? value : super.getList(row);
	}

	@Override
	public MapSlice getMap(int row) {
		return (getObject(row) instanceof MapSlice value) ? value : super.getMap(row);
	}

	private static boolean isInteger(Object value) {
		return value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
	}

}
