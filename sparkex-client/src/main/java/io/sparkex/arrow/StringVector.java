package io.sparkex.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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
		int start = this.values.start(row);
		int end = this.values.end(row, start);
		ByteBuffer data = this.values.data();
		return new String(data.array(), data.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
	}

	@Override
	Object getObject(int row) {
		return getString(row);
	}

}
