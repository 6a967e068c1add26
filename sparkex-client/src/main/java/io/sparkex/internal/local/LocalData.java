package io.sparkex.internal.local;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.internal.mapping.ObjectReader;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;

/**
 * Factory of tables from rows, columns and objects of the application.
 */
public final class LocalData {

	private LocalData() {
	}

	public static LocalTable empty(StructType schema) {
		return new LocalTable(schema, 0, (encoder, start, end) -> encoder.encode(start, end, (row, column) -> null));
	}

	public static LocalTable ofRows(List<?> rows, StructType schema) {
		return new LocalTable(schema, rows.size(), (encoder, start, end) -> encoder.encode(rows, start, end));
	}

	public static LocalTable ofColumns(Map<String, ?> columns, StructType schema) {
		List<List<?>> values = new ArrayList<>(schema.size());
		for (String name : schema.fieldNames()) {
			values.add(values(name, columns.get(name)));
			if (values.get(0).size() != values.get(values.size() - 1).size()) {
				throw new IllegalArgumentException("All columns must have the same number of values, but '"
						+ schema.field(0).name() + "' has " + values.get(0).size() + " and '" + name + "' has "
						+ values.get(values.size() - 1).size());
			}
		}
		if (columns.size() != schema.size()) {
			throw new IllegalArgumentException(
					"The columns " + columns.keySet() + " are not those of the schema " + schema.fieldNames());
		}
		return new LocalTable(schema, values.isEmpty() ? 0 : values.get(0).size(),
				(encoder, start, end) -> encoder.encode(start, end, (row, column) -> values.get(column).get(row)));
	}

	private static List<?> values(String name, @Nullable Object column) {
		if (column instanceof List<?> list) {
			return (list instanceof RandomAccess) ? list : new ArrayList<>(list);
		}
		if (column != null && column.getClass().isArray()) {
			return new AbstractList<@Nullable Object>() {

				@Override
				public @Nullable Object get(int index) {
					return Array.get(column, index);
				}

				@Override
				public int size() {
					return Array.getLength(column);
				}

			};
		}
		throw new IllegalArgumentException("The column '" + name + "' of the schema " + ((column != null)
				? "must be a list or an array but is a " + column.getClass().getName() : "has no values"));
	}

	public static LocalTable ofObjects(Collection<?> objects, Class<?> javaClass) {
		ObjectReader reader = ObjectReader.of(javaClass);
		List<Object> checked = new ArrayList<>(objects.size());
		for (Object object : objects) {
			if (!javaClass.isInstance(object)) {
				throw new MappingException("Row " + checked.size() + " is "
						+ ((object != null) ? "of " + object.getClass().getName() : "null") + ", not an object of "
						+ javaClass.getName());
			}
			checked.add(object);
		}
		return new LocalTable(reader.schema(), checked.size(), (encoder, start, end) -> encoder.encode(start, end,
				(row, column) -> reader.read(checked.get(row), column)));
	}

	public static LocalTable ofRecords(Collection<? extends Record> records) {
		if (records.isEmpty()) {
			throw new IllegalArgumentException(
					"records must not be empty, because the first record determines the columns; pass the class as well");
		}
		return ofObjects(records, records.iterator().next().getClass());
	}

	/**
	 * Returns the schema as text. JSON represents collations in field metadata and
	 * spatial reference systems in another form than servers expect, so types with them
	 * are sent as DDL, which omits metadata.
	 */
	public static String text(StructType schema) {
		return needsDdl(schema) ? schema.toDDL() : schema.json();
	}

	private static boolean needsDdl(DataType type) {
		if (type instanceof StructType struct) {
			return struct.fields().stream().anyMatch((field) -> needsDdl(field.dataType()));
		}
		if (type instanceof MapType map) {
			return needsDdl(map.keyType()) || needsDdl(map.valueType());
		}
		if (type instanceof ArrayType array) {
			return needsDdl(array.elementType());
		}
		return type instanceof GeometryType || type instanceof GeographyType
				|| (type instanceof StringType text && !text.equals(new StringType()));
	}

}
