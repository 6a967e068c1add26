package io.sparkex.internal.arrow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.sparkex.types.Surrogates;

/**
 * Text in UTF-8, or sequences of bytes, one after the other.
 */
final class VariableWidthWriter extends ColumnWriter {

	private final boolean text;

	private final ByteSink offsets;

	private final ByteSink data;

	private VariableWidthWriter(CellLocation place, int capacity, boolean text) {
		super(place, capacity);
		this.text = text;
		this.offsets = new ByteSink(Math.multiplyExact(capacity + 1, Integer.BYTES));
		this.offsets.putInt(0);
		this.data = new ByteSink(capacity);
	}

	static VariableWidthWriter text(CellLocation place, int capacity) {
		return new VariableWidthWriter(place, capacity, true);
	}

	static VariableWidthWriter binary(CellLocation place, int capacity) {
		return new VariableWidthWriter(place, capacity, false);
	}

	@Override
	void writeValue(Object value) {
		this.data.putBytes(this.text ? textBytes(value) : bytes(value));
		this.offsets.putInt(this.data.size());
	}

	private byte[] textBytes(Object value) {
		if (value instanceof String string) {
			return encoded(string);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name().getBytes(StandardCharsets.UTF_8);
		}
		if (value instanceof UUID || value instanceof Character) {
			return encoded(value.toString());
		}
		throw place().wrongClass(value, "a String, Character, enum or UUID");
	}

	/**
	 * Half a pair of surrogates would become a question mark.
	 */
	private byte[] encoded(String string) {
		if (!Surrogates.arePaired(string)) {
			throw place().outOfRange(Surrogates.escaped(string));
		}
		return string.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] bytes(Object value) {
		if (!(value instanceof byte[] bytes)) {
			throw place().wrongClass(value, "a byte[]");
		}
		return bytes;
	}

	@Override
	void writeNothing() {
		this.offsets.putInt(this.data.size());
	}

	@Override
	List<ByteSink> buffers() {
		return List.of(this.offsets, this.data);
	}

}
