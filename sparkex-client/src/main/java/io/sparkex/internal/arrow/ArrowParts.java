package io.sparkex.internal.arrow;

import io.sparkex.types.SimpleType;
import io.sparkex.types.StructType;

/**
 * The parts of values that travel as structs without being any.
 */
final class ArrowParts {

	static final StructType VARIANT = new StructType().add("value", SimpleType.BINARY, false)
		.add("metadata", SimpleType.BINARY, false);

	static final StructType SPATIAL = new StructType().add("srid", SimpleType.INTEGER, false)
		.add("wkb", SimpleType.BINARY, false);

	private ArrowParts() {
	}

}
