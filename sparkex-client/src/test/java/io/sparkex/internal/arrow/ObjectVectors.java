package io.sparkex.internal.arrow;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.types.DataType;

/**
 * Vectors of objects for tests of other packages.
 */
public final class ObjectVectors {

	private ObjectVectors() {
	}

	// NullAway loses the nullness of the elements of variable arguments.
	@SuppressWarnings("NullAway")
	public static ColumnVector of(DataType type, @Nullable Object... values) {
		return new ObjectVector(type, values);
	}

}
