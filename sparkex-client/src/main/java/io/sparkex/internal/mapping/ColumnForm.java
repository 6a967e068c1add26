package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * How values of a Java type are held in a column.
 *
 * @param type the type of the column
 * @param nullable whether there can be nulls
 * @param converter makes of a value one that stands for the type
 */
record ColumnForm(DataType type, boolean nullable, Converter converter) {

	/** Leaves values as they are. */
	static final Converter AS_IS = (value) -> value;

	boolean isAsIs() {
		return this.converter == AS_IS;
	}

	@Nullable Object convert(@Nullable Object value) {
		return (value != null) ? this.converter.convert(value) : null;
	}

	/**
	 * Makes of a value that is not null one that stands for the type.
	 */
	@FunctionalInterface
	interface Converter {

		@Nullable Object convert(Object value);

	}

}
