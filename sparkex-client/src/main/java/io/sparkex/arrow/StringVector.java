package io.sparkex.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Text in UTF-8.
 *
 * @since 0.1.0
 */
public final class StringVector extends ColumnVector {

	private final VariableWidth values;

	StringVector(DataType type, @Nullable ByteBuffer validity, VariableWidth values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public String getString(int row) {
		return this.values.text(row);
	}

	@Override
	Object getObject(int row) {
		return getString(row);
	}

}
