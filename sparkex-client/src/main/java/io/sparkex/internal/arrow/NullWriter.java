package io.sparkex.internal.arrow;

import java.util.List;

/**
 * Writer of a column in which all rows are null.
 */
final class NullWriter extends ColumnWriter {

	NullWriter(CellLocation location) {
		super(location, 0);
	}

	@Override
	void writeValue(Object value) {
		throw location().wrongClass(value, "null");
	}

	@Override
	void writePlaceholder() {
		// The null type has no buffers.
	}

	@Override
	void collect(RecordBatchBuilder content) {
		content.node(rows(), rows());
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of();
	}

}
