package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.types.StructField;

/**
 * Conversion of single values to a class, with the rules for record components.
 *
 * @since 0.1.0
 */
public final class ValueConversion {

	private static final CompiledCache<StructField, ValueReader> COMPILED = new CompiledCache<>(
			(field, target) -> ValueReaders.of(SourceColumn.of(field), JavaType.of(target), "a value"));

	private ValueConversion() {
	}

	/**
	 * Reads a value.
	 * @param <T> the class of the value
	 * @param field the column
	 * @param column the vector of the column
	 * @param row the row, from 0
	 * @param javaClass the class of the value
	 * @return the value, or {@code null}
	 * @throws io.sparkex.errors.MappingException if the column cannot be read as the
	 * class
	 */
	@SuppressWarnings("unchecked")
	public static <T> @Nullable T read(StructField field, ColumnVector column, int row, Class<T> javaClass) {
		// Class.cast cannot be used, because it does not accept an Integer for int.
		return (T) COMPILED.get(field, javaClass).read(column, row);
	}

}
