package io.sparkex.internal.mapping;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.types.StructType;

/**
 * Mapper of rows to objects. Compiled for one schema and one class. Thread-safe.
 *
 * @param <T> the type of the objects
 * @since 0.1.0
 */
@FunctionalInterface
public interface RowMapper<T> {

	/**
	 * Maps a row to an object.
	 * @param batch a batch of the schema that the mapper was compiled for
	 * @param row the row, from 0
	 * @return the object
	 * @throws io.sparkex.errors.MappingException if a value does not fit
	 */
	T map(ColumnBatch batch, int row);

	/**
	 * Returns the mapper for a schema and a class, which is compiled on first use.
	 * @param <T> the type of the objects
	 * @param schema the schema of the rows
	 * @param target a record or bean, {@code Map}, or the class of a single value
	 * @return the mapper
	 * @throws io.sparkex.errors.MappingException if rows of the schema cannot be mapped
	 * to the class
	 */
	@SuppressWarnings("unchecked")
	static <T> RowMapper<T> compile(StructType schema, Class<T> target) {
		return (RowMapper<T>) RowMappers.COMPILED.get(schema, target);
	}

}
