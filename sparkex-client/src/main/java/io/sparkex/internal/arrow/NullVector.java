package io.sparkex.internal.arrow;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.types.DataType;

/**
 * Column vector in which all rows are null.
 *
 * @since 0.1.0
 */
final class NullVector extends ArrowVector {

	NullVector(DataType type) {
		super(type, null);
	}

	@Override
	public boolean isNull(int row) {
		return true;
	}

	@Override
	public ColumnVector detached(int start, int end) {
		return this;
	}

	@Override
	Object getObject(int row) {
		throw new IllegalStateException("A column of nulls has no values");
	}

}
