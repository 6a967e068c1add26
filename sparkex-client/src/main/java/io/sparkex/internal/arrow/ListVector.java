package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.ListSlice;
import io.sparkex.types.ArrayType;

/**
 * Column vector of arrays, stored as ranges of an element vector.
 *
 * @since 0.1.0
 */
final class ListVector extends ArrowVector {

	private final Offsets offsets;

	private final ColumnVector elements;

	ListVector(ArrayType type, @Nullable ByteBuffer validity, Offsets offsets, ColumnVector elements) {
		super(type, validity);
		this.offsets = offsets;
		this.elements = elements;
	}

	@Override
	public ListSlice getList(int row) {
		int start = this.offsets.start(row);
		return new ListSlice(this.elements, start, this.offsets.end(row, start));
	}

	@Override
	Object getObject(int row) {
		return getList(row);
	}

	@Override
	Object getDetached(int row) {
		return getList(row).detached();
	}

}
