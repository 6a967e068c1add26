package io.sparkex.internal.arrow;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Structs, and other values that travel in parts, a column for each part.
 */
final class StructWriter extends ColumnWriter {

	private final List<ColumnWriter> parts;

	private final Splitter splitter;

	StructWriter(CellLocation place, int capacity, List<ColumnWriter> parts, Splitter splitter) {
		super(place, capacity);
		this.parts = parts;
		this.splitter = splitter;
	}

	@Override
	void writeValue(Object value) {
		List<? extends @Nullable Object> split = this.splitter.split(value, place());
		if (split.size() != this.parts.size()) {
			throw place().wrongSize(split.size(), this.parts.size());
		}
		for (int i = 0; i < this.parts.size(); i++) {
			this.parts.get(i).write(split.get(i));
		}
	}

	@Override
	void writeNothing() {
		this.parts.forEach(ColumnWriter::skip);
	}

	@Override
	List<ByteSink> buffers() {
		return List.of();
	}

	@Override
	List<ColumnWriter> children() {
		return this.parts;
	}

	/**
	 * How a value falls into parts.
	 */
	@FunctionalInterface
	interface Splitter {

		List<? extends @Nullable Object> split(Object value, CellLocation place);

	}

}
