package io.sparkex.internal.arrow;

import io.sparkex.types.SimpleType;
import io.sparkex.types.StructType;

/**
 * Struct types that store values of Spark types without an Arrow type of their own.
 */
final class ArrowStorageTypes {

	static final StructType VARIANT = new StructType().add("value", SimpleType.BINARY, false)
		.add("metadata", SimpleType.BINARY, false);

	static final StructType SPATIAL = new StructType().add("srid", SimpleType.INTEGER, false)
		.add("wkb", SimpleType.BINARY, false);

	private ArrowStorageTypes() {
	}

}
