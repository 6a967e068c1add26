package io.sparkex.values;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructType;

/**
 * A struct value.
 *
 * @since 0.1.0
 */
public interface StructValue {

	/**
	 * Returns the struct type.
	 * @return the struct type
	 */
	StructType schema();

	/**
	 * Returns the value of a field.
	 * @param index the field position, from 0
	 * @return the value, or {@code null}
	 */
	@Nullable Object get(int index);

}
