package io.sparkex.internal.arrow;

import java.util.List;

/**
 * Writer of fixed-width values.
 */
final class FixedWidthWriter extends ColumnWriter {

	private final int width;

	private final Encoder encoder;

	private final BufferBuilder values;

	FixedWidthWriter(CellLocation location, int capacity, int width, Encoder encoder) {
		super(location, capacity);
		this.width = width;
		this.encoder = encoder;
		this.values = new BufferBuilder(Math.multiplyExact(capacity, width));
	}

	@Override
	void writeValue(Object value) {
		this.encoder.put(value, location(), this.values);
	}

	@Override
	void writePlaceholder() {
		this.values.putZeros(this.width);
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of(this.values);
	}

	/**
	 * Encoder of a single value.
	 */
	@FunctionalInterface
	interface Encoder {

		void put(Object value, CellLocation location, BufferBuilder out);

	}

}
