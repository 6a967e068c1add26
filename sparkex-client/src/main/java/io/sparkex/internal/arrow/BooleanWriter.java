package io.sparkex.internal.arrow;

import java.util.List;

/**
 * True or false, a bit each.
 */
final class BooleanWriter extends ColumnWriter {

	private final BitSink values;

	BooleanWriter(CellLocation place, int capacity) {
		super(place, capacity);
		this.values = new BitSink(capacity);
	}

	@Override
	void writeValue(Object value) {
		if (!(value instanceof Boolean bit)) {
			throw place().wrongClass(value, "a Boolean");
		}
		this.values.put(bit);
	}

	@Override
	void writeNothing() {
		this.values.put(false);
	}

	@Override
	long size() {
		return this.values.size();
	}

	@Override
	List<ByteSink> buffers() {
		return List.of(this.values.finished());
	}

}
