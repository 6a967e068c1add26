package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;
import io.sparkex.values.Variant;

/**
 * Column vector of variants (semi-structured values) in their binary encoding.
 *
 * @since 0.1.0
 */
final class VariantVector extends ArrowVector {

	private final ArrowVector values;

	private final ArrowVector metadata;

	VariantVector(DataType type, @Nullable ByteBuffer validity, ArrowVector values, ArrowVector metadata) {
		super(type, validity);
		this.values = values;
		this.metadata = metadata;
	}

	/**
	 * Returns the variant of a row.
	 * @param row the row, from 0
	 * @return the variant, with a copy of its bytes
	 */
	public Variant getVariant(int row) {
		return new Variant(this.values.getBytes(this.values.required(row)),
				this.metadata.getBytes(this.metadata.required(row)));
	}

	@Override
	Object getObject(int row) {
		return getVariant(row);
	}

}
