package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.StructSlice;

/**
 * Column vector of structs, stored as one vector for each field.
 *
 * @since 0.1.0
 */
final class StructVector extends ArrowVector {

	private final ColumnBatch fields;

	private final StructFactory factory;

	StructVector(@Nullable ByteBuffer validity, ColumnBatch fields, StructFactory factory) {
		super(fields.schema(), validity);
		this.fields = fields;
		this.factory = factory;
	}

	@Override
	public StructSlice getStruct(int row) {
		return new StructSlice(this.fields, row);
	}

	@Override
	Object getObject(int row) {
		return this.factory.create(this.fields, row);
	}

	@Override
	public ColumnVector detached(int start, int end) {
		return new StructVector(detachedValidity(start, end), this.fields.detached(start, end), this.factory);
	}

	private @Nullable ByteBuffer detachedValidity(int start, int end) {
		if (!hasNulls()) {
			return null;
		}
		BitSet valid = new BitSet(end - start);
		for (int row = start; row < end; row++) {
			valid.set(row - start, !isNull(row));
		}
		return ByteBuffer.wrap(Arrays.copyOf(valid.toByteArray(), (end - start + 7) / 8));
	}

}
