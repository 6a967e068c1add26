package io.sparkex.internal.arrow;

import java.util.List;
import java.util.Map;

/**
 * Maps, as ranges of two columns that have the keys and the values of all of them.
 */
final class MapWriter extends ColumnWriter {

	private final ColumnWriter keys;

	private final ColumnWriter values;

	private final ByteSink offsets;

	MapWriter(CellLocation place, int capacity, ColumnWriter keys, ColumnWriter values) {
		super(place, capacity);
		this.keys = keys;
		this.values = values;
		this.offsets = new ByteSink(Math.multiplyExact(capacity + 1, Integer.BYTES));
		this.offsets.putInt(0);
	}

	@Override
	void writeValue(Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw place().wrongClass(value, "a Map");
		}
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.keys.write(entry.getKey());
			this.values.write(entry.getValue());
		}
		this.offsets.putInt(this.keys.rows());
	}

	@Override
	void writeNothing() {
		this.offsets.putInt(this.keys.rows());
	}

	@Override
	List<ByteSink> buffers() {
		return List.of(this.offsets);
	}

	@Override
	void collect(BatchContent content) {
		super.collect(content);
		// Between the map and its columns, Arrow has a struct for the entries.
		content.node(this.keys.rows(), 0);
		content.buffer(new ByteSink(0));
		this.keys.collect(content);
		this.values.collect(content);
	}

}
