package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Encoder of a Java type: the column type and the conversion of values to it.
 *
 * @param type the type of the column
 * @param nullable {@code true} if values may be null
 * @param converter converts a value to the class of the column type
 */
record ColumnEncoder(DataType type, boolean nullable, Converter converter) {

	/**
	 * Converter that returns values unchanged.
	 */
	static final Converter AS_IS = (value) -> value;

	boolean isAsIs() {
		return this.converter == AS_IS;
	}

	@Nullable Object convert(@Nullable Object value) {
		return (value != null) ? this.converter.convert(value) : null;
	}

	/**
	 * Conversion of a value, which is not null, to the class of the column type.
	 */
	@FunctionalInterface
	interface Converter {

		@Nullable Object convert(Object value);

	}

}
