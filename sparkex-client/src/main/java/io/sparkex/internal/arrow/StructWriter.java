package io.sparkex.internal.arrow;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writer of structs and of other values that Arrow represents as structs, with one column
 * for each field.
 */
final class StructWriter extends ColumnWriter {

	private final List<ColumnWriter> parts;

	private final FieldExtractor extractor;

	StructWriter(CellLocation location, int capacity, List<ColumnWriter> parts, FieldExtractor extractor) {
		super(location, capacity);
		this.parts = parts;
		this.extractor = extractor;
	}

	@Override
	void writeValue(Object value) {
		List<? extends @Nullable Object> extracted = this.extractor.extract(value, location());
		if (extracted.size() != this.parts.size()) {
			throw location().wrongSize(extracted.size(), this.parts.size());
		}
		for (int i = 0; i < this.parts.size(); i++) {
			this.parts.get(i).write(extracted.get(i));
		}
	}

	@Override
	void writePlaceholder() {
		this.parts.forEach(ColumnWriter::skip);
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of();
	}

	@Override
	List<ColumnWriter> children() {
		return this.parts;
	}

	/**
	 * Function that splits a value into its fields.
	 */
	@FunctionalInterface
	interface FieldExtractor {

		List<? extends @Nullable Object> extract(Object value, CellLocation location);

	}

}
