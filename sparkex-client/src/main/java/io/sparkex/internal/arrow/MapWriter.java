package io.sparkex.internal.arrow;

import java.util.List;
import java.util.Map;

/**
 * Writer of maps, stored as ranges of a key column and a value column.
 */
final class MapWriter extends ColumnWriter {

	private final ColumnWriter keys;

	private final ColumnWriter values;

	private final BufferBuilder offsets;

	MapWriter(CellLocation location, int capacity, ColumnWriter keys, ColumnWriter values) {
		super(location, capacity);
		this.keys = keys;
		this.values = values;
		this.offsets = new BufferBuilder(Math.multiplyExact(capacity + 1, Integer.BYTES));
		this.offsets.putInt(0);
	}

	@Override
	void writeValue(Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw location().wrongClass(value, "a Map");
		}
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.keys.write(entry.getKey());
			this.values.write(entry.getValue());
		}
		this.offsets.putInt(this.keys.rows());
	}

	@Override
	void writePlaceholder() {
		this.offsets.putInt(this.keys.rows());
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of(this.offsets);
	}

	@Override
	void collect(RecordBatchBuilder content) {
		super.collect(content);
		// Arrow represents the entries of a map as a struct.
		content.node(this.keys.rows(), 0);
		content.buffer(new BufferBuilder(0));
		this.keys.collect(content);
		this.values.collect(content);
	}

}
