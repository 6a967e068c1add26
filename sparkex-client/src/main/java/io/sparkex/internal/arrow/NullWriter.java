package io.sparkex.internal.arrow;

import java.util.List;

/**
 * A column that has nothing but nulls.
 */
final class NullWriter extends ColumnWriter {

	NullWriter(CellLocation place) {
		super(place, 0);
	}

	@Override
	void writeValue(Object value) {
		throw place().wrongClass(value, "null");
	}

	@Override
	void writeNothing() {
		// Arrow has no buffer for such a column.
	}

	@Override
	void collect(BatchContent content) {
		content.node(rows(), rows());
	}

	@Override
	List<ByteSink> buffers() {
		return List.of();
	}

}
