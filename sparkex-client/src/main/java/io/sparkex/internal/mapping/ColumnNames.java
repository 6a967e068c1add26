package io.sparkex.internal.mapping;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.sparkex.errors.MappingException;
import io.sparkex.types.StructType;

/**
 * Lookup of the column of a Java name. An exact match is preferred over a match that
 * ignores case and underscores.
 */
final class ColumnNames {

	private ColumnNames() {
	}

	static int find(StructType schema, String javaName, String place) {
		List<Integer> exact = matches(schema, javaName, false);
		List<Integer> found = exact.isEmpty() ? matches(schema, javaName, true) : exact;
		if (found.isEmpty()) {
			throw new MappingException("There is no column for " + place + "; the columns are " + schema.fieldNames());
		}
		if (found.size() > 1) {
			throw new MappingException("More than one column matches " + place + ": "
					+ found.stream().map((index) -> schema.field(index).name()).toList()
					+ "; rename the columns with select");
		}
		return found.get(0);
	}

	private static List<Integer> matches(StructType schema, String name, boolean ignoreStyle) {
		String expected = ignoreStyle ? normalized(name) : name;
		return IntStream.range(0, schema.size()).filter((index) -> {
			String column = schema.field(index).name();
			return expected.equals(ignoreStyle ? normalized(column) : column);
		}).boxed().toList();
	}

	private static String normalized(String name) {
		return name.replace("_", "").toLowerCase(Locale.ROOT);
	}

}
