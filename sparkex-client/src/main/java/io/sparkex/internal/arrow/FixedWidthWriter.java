package io.sparkex.internal.arrow;

import java.util.List;

/**
 * Values of one count of bytes each.
 */
final class FixedWidthWriter extends ColumnWriter {

	private final int width;

	private final Form form;

	private final ByteSink values;

	FixedWidthWriter(CellLocation place, int capacity, int width, Form form) {
		super(place, capacity);
		this.width = width;
		this.form = form;
		this.values = new ByteSink(Math.multiplyExact(capacity, width));
	}

	@Override
	void writeValue(Object value) {
		this.form.put(value, place(), this.values);
	}

	@Override
	void writeNothing() {
		this.values.putZeros(this.width);
	}

	@Override
	List<ByteSink> buffers() {
		return List.of(this.values);
	}

	/**
	 * How a value becomes bytes.
	 */
	@FunctionalInterface
	interface Form {

		void put(Object value, CellLocation place, ByteSink out);

	}

}
