package io.sparkex.internal.arrow;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writer of arrays, stored as ranges of an element column.
 */
final class ListWriter extends ColumnWriter {

	private final ColumnWriter elements;

	private final BufferBuilder offsets;

	ListWriter(CellLocation location, int capacity, ColumnWriter elements) {
		super(location, capacity);
		this.elements = elements;
		this.offsets = new BufferBuilder(Math.multiplyExact(capacity + 1, Integer.BYTES));
		this.offsets.putInt(0);
	}

	@Override
	void writeValue(Object value) {
		if (value instanceof Collection<?> collection) {
			for (@Nullable
			Object element : collection) {
				this.elements.write(element);
			}
		}
		else if (value.getClass().isArray()) {
			int length = Array.getLength(value);
			for (int i = 0; i < length; i++) {
				this.elements.write(Array.get(value, i));
			}
		}
		else {
			throw location().wrongClass(value, "a Collection or an array");
		}
		this.offsets.putInt(this.elements.rows());
	}

	@Override
	void writePlaceholder() {
		this.offsets.putInt(this.elements.rows());
	}

	@Override
	List<BufferBuilder> buffers() {
		return List.of(this.offsets);
	}

	@Override
	List<ColumnWriter> children() {
		return List.of(this.elements);
	}

}
