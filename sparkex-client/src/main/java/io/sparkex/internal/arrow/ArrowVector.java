package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.types.DataType;

/**
 * Column vector with a validity bitmap.
 */
abstract class ArrowVector extends ColumnVector {

	private final @Nullable ByteBuffer validity;

	ArrowVector(DataType type, @Nullable ByteBuffer validity) {
		super(type);
		this.validity = validity;
	}

	@Override
	public boolean isNull(int row) {
		return this.validity != null && (this.validity.get(row >> 3) & (1 << (row & 7))) == 0;
	}

	@Override
	public final @Nullable Object get(int row) {
		return isNull(row) ? null : getObject(row);
	}

	/**
	 * Returns the value of a row as an object. The row must not be null.
	 * @param row the row, from 0
	 * @return the value
	 */
	abstract Object getObject(int row);

	/**
	 * Returns the value of a row as an object that does not retain the received bytes.
	 * The row must not be null.
	 * @param row the row, from 0
	 * @return the value
	 */
	Object getDetached(int row) {
		return getObject(row);
	}

	@Override
	public ColumnVector detached(int start, int end) {
		@Nullable Object[] values = new Object[end - start];
		for (int row = start; row < end; row++) {
			values[row - start] = isNull(row) ? null : getDetached(row);
		}
		return new ObjectVector(type(), values);
	}

	/**
	 * Verifies that a row is not null, for vectors with required parts of a value.
	 * @param row the row, from 0
	 * @return the same row
	 * @throws CorruptResultException if the row is null
	 */
	final int required(int row) {
		if (isNull(row)) {
			throw new CorruptResultException("The server sent null for a required part of a value");
		}
		return row;
	}

	/**
	 * Returns {@code true} if rows may be null.
	 * @return {@code false} if no row is null
	 */
	final boolean hasNulls() {
		return this.validity != null;
	}

}
