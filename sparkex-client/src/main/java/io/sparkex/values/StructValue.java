package io.sparkex.values;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructType;

/**
 * What stands for a struct in the hands of the caller.
 *
 * @since 0.1.0
 */
public interface StructValue {

	/**
	 * The names and types of the fields.
	 * @return the type of the struct
	 */
	StructType schema();

	/**
	 * The value of a field.
	 * @param index the position of the field, from 0
	 * @return the value, or {@code null}
	 */
	@Nullable Object get(int index);

}
