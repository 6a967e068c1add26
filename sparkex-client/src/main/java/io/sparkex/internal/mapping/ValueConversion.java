package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.types.StructField;

/**
 * Reads single values as a class of the caller's choice, by the rules that records are
 * read by.
 *
 * @since 0.1.0
 */
public final class ValueConversion {

	private static final CompiledCache<StructField, ValueReader> COMPILED = new CompiledCache<>(
			(field, target) -> ValueReaders.of(Source.of(field), JavaType.of(target), "a value"));

	private ValueConversion() {
	}

	/**
	 * Reads a value.
	 * @param <T> the class wanted
	 * @param field the column
	 * @param column its vector
	 * @param row the row, from 0
	 * @param javaClass the class wanted
	 * @return the value, or {@code null}
	 * @throws io.sparkex.errors.MappingException if the column cannot be read as the
	 * class
	 */
	@SuppressWarnings("unchecked")
	public static <T> @Nullable T read(StructField field, ColumnVector column, int row, Class<T> javaClass) {
		// Not by Class.cast, which takes no Integer for an int.
		return (T) COMPILED.get(field, javaClass).read(column, row);
	}

}
