package io.sparkex.internal.arrow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.sparkex.internal.text.Surrogates;

/**
 * Writer of UTF-8 strings or binary values.
 */
final class VariableWidthWriter extends ColumnWriter {

	private final boolean text;

	private final BufferBuilder offsets;

	private final BufferBuilder data;

	private VariableWidthWriter(CellLocation location, int capacity, boolean text) {
		super(location, capacity);
		this.text = text;
		this.offsets = new BufferBuilder(Math.multiplyExact(capacity + 1, Integer.BYTES));
		this.offsets.putInt(0);
		this.data = new BufferBuilder(capacity);
	}

	static VariableWidthWriter text(CellLocation location, int capacity) {
		return new VariableWidthWriter(location, capacity, true);
	}

	static VariableWidthWriter binary(CellLocation location, int capacity) {
		return new VariableWidthWriter(location, capacity, false);
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
		throw location().wrongClass(value, "a String, Character, enum or UUID");
	}

	/**
	 * Rejects unpaired surrogates, which would be encoded as question marks.
	 */
	private byte[] encoded(String string) {
		if (!Surrogates.arePaired(string)) {
			throw location().outOfRange(Surrogates.escaped(string));
		}
		return string.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] bytes(Object value) {
		if (!(value instanceof byte[] bytes)) {
			throw location().wrongClass(value, "a byte[]");
		}
		return bytes;
	}

	@Override
	void writePlaceholder() {
		this.offsets.putInt(this.data.size());
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of(this.offsets, this.data);
	}

}
