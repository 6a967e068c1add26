package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.annotation.ConvertWith;
import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.types.StructType;

/**
 * Row mapper of rows with a single column to single values.
 *
 * @param <T> the class of the values
 */
final class ValueMapper<T> implements RowMapper<T> {

	private final ValueReader reader;

	private ValueMapper(ValueReader reader) {
		this.reader = reader;
	}

	static RowMapper<?> compile(StructType schema, JavaType target) {
		Class<?> raw = target.raw();
		if (!ScalarReaders.supports(raw) && !raw.isArray() && !raw.isAnnotationPresent(ConvertWith.class)) {
			throw new MappingException("Rows cannot be read as " + target
					+ "; use a record, a bean, Map or the class of a single value such as Long or String");
		}
		if (schema.size() != 1) {
			throw new MappingException("Rows of " + schema.size() + " columns cannot be read as single values of "
					+ raw.getSimpleName() + "; select one of " + schema.fieldNames() + " or use a record");
		}
		return new ValueMapper<>(ValueReaders.of(SourceColumn.of(schema.field(0)), target, "a value"));
	}

	@Override
	public T map(ColumnBatch batch, int row) {
		@Nullable Object value = this.reader.read(batch.column(0), row);
		return cast(value);
	}

	@SuppressWarnings({ "unchecked", "NullAway" })
	private T cast(@Nullable Object value) {
		return (T) value;
	}

}
