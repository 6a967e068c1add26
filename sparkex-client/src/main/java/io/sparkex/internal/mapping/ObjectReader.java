package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

/**
 * Conversion of objects to rows, the inverse of {@link RowMapper}. Compiled for one
 * class. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ObjectReader {

	private static final ClassValue<ObjectReader> COMPILED = new ClassValue<>() {

		@Override
		protected ObjectReader computeValue(Class<?> type) {
			return create(type);
		}

	};

	private final StructType schema;

	private final CellGetter cells;

	private ObjectReader(StructType schema, CellGetter cells) {
		this.schema = schema;
		this.cells = cells;
	}

	/**
	 * Returns the reader of a class, which is compiled on first use.
	 * @param javaClass a record, a bean with getters, or the class of a single value,
	 * whose column is named {@code value}
	 * @return the reader
	 * @throws MappingException if the class, or a part of it, has no Spark type
	 */
	public static ObjectReader of(Class<?> javaClass) {
		return COMPILED.get(javaClass);
	}

	private static ObjectReader create(Class<?> javaClass) {
		DataType scalar = ColumnTypes.of(javaClass);
		if (scalar != null) {
			return new ObjectReader(new StructType().add("value", scalar), (object, column) -> object);
		}
		DeclaredConverter conversion = DeclaredConverter.of(JavaType.of(javaClass));
		if (conversion != null) {
			ColumnEncoder values = ColumnEncoders.values(conversion);
			return new ObjectReader(new StructType().add("value", values.type()),
					(object, column) -> values.convert(object));
		}
		ColumnEncoders.StructEncoder encoder = ColumnEncoders.rows(javaClass);
		if (encoder.type().size() == 0) {
			throw new MappingException("Rows cannot be created from " + javaClass.getName()
					+ ", which has no properties; use a record, a bean with getters, or the class of a single value");
		}
		return new ObjectReader(encoder.type(), encoder::value);
	}

	/**
	 * Returns the names and types of the columns.
	 * @return a field for each property
	 */
	public StructType schema() {
		return this.schema;
	}

	/**
	 * Reads the value of a column.
	 * @param object an object of the class
	 * @param column the index of the column, from 0
	 * @return the value in the class of the column type, or {@code null}
	 */
	public @Nullable Object read(Object object, int column) {
		return this.cells.get(object, column);
	}

	@FunctionalInterface
	private interface CellGetter {

		@Nullable Object get(Object object, int column);

	}

}
