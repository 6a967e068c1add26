package io.sparkex.internal.arrow;

import java.util.List;

/**
 * Writer of booleans, one bit each.
 */
final class BooleanWriter extends ColumnWriter {

	private final BitmapBuilder values;

	BooleanWriter(CellLocation location, int capacity) {
		super(location, capacity);
		this.values = new BitmapBuilder(capacity);
	}

	@Override
	void writeValue(Object value) {
		if (!(value instanceof Boolean bit)) {
			throw location().wrongClass(value, "a Boolean");
		}
		this.values.put(bit);
	}

	@Override
	void writePlaceholder() {
		this.values.put(false);
	}

	@Override
	long size() {
		return this.values.size();
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of(this.values.finished());
	}

}
