package io.sparkex;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ArrowStreamDecoder;
import io.sparkex.arrow.ArrowStreamEncoder;
import io.sparkex.errors.MappingException;
import io.sparkex.mapping.ObjectReader;
import io.sparkex.plan.LocalRows;
import io.sparkex.plan.Source;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;

/**
 * Rows of this program as a part of a plan.
 */
final class LocalData {

	/**
	 * Half of what servers take in one message.
	 */
	private static final long MAX_BYTES = 64L << 20;

	private LocalData() {
	}

	static Source.LocalData empty(StructType schema) {
		return new Source.LocalData(null, text(schema));
	}

	static Source.LocalData ofRows(List<?> rows, StructType schema) {
		if (rows.isEmpty()) {
			return empty(schema);
		}
		ByteBuffer stream = new ArrowStreamEncoder(schema, MAX_BYTES).encode(rows);
		return new Source.LocalData(new LocalRows(stream, rows.size()), text(schema));
	}

	static Source.LocalData ofObjects(Collection<?> objects, Class<?> javaClass) {
		ObjectReader reader = ObjectReader.of(javaClass);
		if (objects.isEmpty()) {
			return empty(reader.schema());
		}
		List<Object> checked = new ArrayList<>(objects.size());
		for (Object object : objects) {
			if (!javaClass.isInstance(object)) {
				throw new MappingException("Row " + checked.size() + " is "
						+ ((object != null) ? "of " + object.getClass().getName() : "null") + ", not an object of "
						+ javaClass.getName());
			}
			checked.add(object);
		}
		ByteBuffer stream = new ArrowStreamEncoder(reader.schema(), MAX_BYTES).encode(checked.size(),
				(row, column) -> reader.read(checked.get(row), column));
		return new Source.LocalData(new LocalRows(stream, checked.size()), text(reader.schema()));
	}

	static Source.LocalData ofRecords(Collection<? extends Record> records) {
		if (records.isEmpty()) {
			throw new IllegalArgumentException(
					"records must not be empty, since the first one tells the columns; give the class as well");
		}
		return ofObjects(records, records.iterator().next().getClass());
	}

	/**
	 * A row that is no part of a result, but looks like one.
	 */
	static Row row(StructType schema, @Nullable Object[] values) {
		ByteBuffer stream = new ArrowStreamEncoder(schema, Integer.MAX_VALUE).encode(1,
				(row, column) -> values[column]);
		return new Row(new ArrowStreamDecoder(schema, Row::new).decode(stream).get(0), 0);
	}

	/**
	 * JSON leaves collations to the metadata of the fields, DDL leaves metadata out.
	 */
	private static String text(StructType schema) {
		return hasCollation(schema) ? schema.toDDL() : schema.json();
	}

	private static boolean hasCollation(DataType type) {
		if (type instanceof StructType struct) {
			return struct.fields().stream().anyMatch((field) -> hasCollation(field.dataType()));
		}
		if (type instanceof MapType map) {
			return hasCollation(map.keyType()) || hasCollation(map.valueType());
		}
		return (type instanceof ArrayType array) ? hasCollation(array.elementType())
				: type instanceof StringType text && !text.equals(new StringType());
	}

}
