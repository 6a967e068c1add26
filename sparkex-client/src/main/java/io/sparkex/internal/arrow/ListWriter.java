package io.sparkex.internal.arrow;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Arrays, as ranges of one column that has the elements of all of them.
 */
final class ListWriter extends ColumnWriter {

	private final ColumnWriter elements;

	private final ByteSink offsets;

	ListWriter(CellLocation place, int capacity, ColumnWriter elements) {
		super(place, capacity);
		this.elements = elements;
		this.offsets = new ByteSink(Math.multiplyExact(capacity + 1, Integer.BYTES));
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
			throw place().wrongClass(value, "a Collection or an array");
		}
		this.offsets.putInt(this.elements.rows());
	}

	@Override
	void writeNothing() {
		this.offsets.putInt(this.elements.rows());
	}

	@Override
	List<ByteSink> buffers() {
		return List.of(this.offsets);
	}

	@Override
	List<ColumnWriter> children() {
		return List.of(this.elements);
	}

}
