package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ListSlice;
import io.sparkex.columnar.MapSlice;
import io.sparkex.columnar.StructSlice;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.types.DataType;

/**
 * Column vector with dictionary encoding: rows refer to values that are stored once.
 *
 * @since 0.1.0
 */
final class DictionaryVector extends ArrowVector {

	private final DictionaryIndices indexes;

	private final List<Part> parts;

	DictionaryVector(DataType type, @Nullable ByteBuffer validity, DictionaryIndices indexes, List<Part> parts) {
		super(type, validity);
		this.indexes = indexes;
		this.parts = List.copyOf(parts);
	}

	private Entry entry(int row) {
		long index = this.indexes.get(row);
		long inPart = index;
		for (Part part : this.parts) {
			if (inPart >= 0 && inPart < part.size()) {
				return new Entry(part.values(), (int) inPart);
			}
			inPart -= part.size();
		}
		throw new CorruptResultException("The server sent an Arrow batch with the value " + index
				+ " of a dictionary that has " + this.parts.stream().mapToLong(Part::size).sum());
	}

	@Override
	public boolean isNull(int row) {
		if (super.isNull(row)) {
			return true;
		}
		Entry entry = entry(row);
		return entry.values().isNull(entry.row());
	}

	@Override
	Object getObject(int row) {
		Entry entry = entry(row);
		return entry.values().getObject(entry.row());
	}

	@Override
	Object getDetached(int row) {
		Entry entry = entry(row);
		return entry.values().getDetached(entry.row());
	}

	@Override
	public boolean getBoolean(int row) {
		Entry entry = entry(row);
		return entry.values().getBoolean(entry.row());
	}

	@Override
	public byte getByte(int row) {
		Entry entry = entry(row);
		return entry.values().getByte(entry.row());
	}

	@Override
	public short getShort(int row) {
		Entry entry = entry(row);
		return entry.values().getShort(entry.row());
	}

	@Override
	public int getInt(int row) {
		Entry entry = entry(row);
		return entry.values().getInt(entry.row());
	}

	@Override
	public long getLong(int row) {
		Entry entry = entry(row);
		return entry.values().getLong(entry.row());
	}

	@Override
	public float getFloat(int row) {
		Entry entry = entry(row);
		return entry.values().getFloat(entry.row());
	}

	@Override
	public double getDouble(int row) {
		Entry entry = entry(row);
		return entry.values().getDouble(entry.row());
	}

	@Override
	public BigDecimal getDecimal(int row) {
		Entry entry = entry(row);
		return entry.values().getDecimal(entry.row());
	}

	@Override
	public String getString(int row) {
		Entry entry = entry(row);
		return entry.values().getString(entry.row());
	}

	@Override
	public byte[] getBytes(int row) {
		Entry entry = entry(row);
		return entry.values().getBytes(entry.row());
	}

	@Override
	public ListSlice getList(int row) {
		Entry entry = entry(row);
		return entry.values().getList(entry.row());
	}

	@Override
	public MapSlice getMap(int row) {
		Entry entry = entry(row);
		return entry.values().getMap(entry.row());
	}

	@Override
	public StructSlice getStruct(int row) {
		Entry entry = entry(row);
		return entry.values().getStruct(entry.row());
	}

	/**
	 * Values of one dictionary batch.
	 *
	 * @param values the values
	 * @param size the number of values
	 */
	record Part(ArrowVector values, int size) {

	}

	private record Entry(ArrowVector values, int row) {

	}

}
