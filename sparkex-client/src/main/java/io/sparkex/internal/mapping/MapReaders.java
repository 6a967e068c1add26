package io.sparkex.internal.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.MapSlice;
import io.sparkex.columnar.StructSlice;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.MappingException;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Readers of maps, structs and rows as Java maps that preserve the order.
 */
final class MapReaders {

	private MapReaders() {
	}

	static ValueReader map(ValueReader key, ValueReader value) {
		return (column, row) -> {
			MapSlice slice = column.getMap(row);
			Map<Object, @Nullable Object> map = new LinkedHashMap<>();
			for (int i = slice.start(); i < slice.end(); i++) {
				Object keyRead = key.read(slice.keyVector(), i);
				if (keyRead == null) {
					throw new CorruptResultException("The server sent a map with a null key");
				}
				map.put(keyRead, value.read(slice.valueVector(), i));
			}
			return Collections.unmodifiableMap(map);
		};
	}

	static ValueReader struct(RowMapper<Map<String, @Nullable Object>> fields) {
		return (column, row) -> {
			StructSlice slice = column.getStruct(row);
			return fields.map(slice.fields(), slice.row());
		};
	}

	/**
	 * Returns a mapper of the fields of a struct, or the columns of a row, to map
	 * entries.
	 */
	static RowMapper<Map<String, @Nullable Object>> fields(StructType schema, JavaType target, String path,
			String place) {
		if (!target.argument(0).raw().isAssignableFrom(String.class)) {
			throw new MappingException("The names of columns cannot be the keys of " + target + " for " + place
					+ "; use a Map with keys of type String");
		}
		List<ValueReader> readers = schema.fields()
			.stream()
			.map((field) -> ValueReaders.of(RowMappers.source(path, field), target.argument(1), place))
			.toList();
		requireDistinctNames(schema, place);
		return (batch, row) -> entries(batch, row, readers);
	}

	private static void requireDistinctNames(StructType schema, String place) {
		List<String> names = schema.fieldNames();
		if (names.stream().distinct().count() < names.size()) {
			throw new MappingException("Two of the columns " + names + " have the same name, which a Map for " + place
					+ " cannot represent; rename one with select");
		}
	}

	private static Map<String, @Nullable Object> entries(ColumnBatch batch, int row, List<ValueReader> readers) {
		Map<String, @Nullable Object> entries = new LinkedHashMap<>();
		List<StructField> fields = batch.schema().fields();
		for (int i = 0; i < fields.size(); i++) {
			entries.put(fields.get(i).name(), readers.get(i).read(batch.column(i), row));
		}
		return Collections.unmodifiableMap(entries);
	}

}
