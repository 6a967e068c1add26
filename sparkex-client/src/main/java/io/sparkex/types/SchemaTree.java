package io.sparkex.types;

/**
 * A schema as a tree in the format of Spark's {@code printSchema}.
 */
final class SchemaTree {

	private final StringBuilder out = new StringBuilder("root\n");

	private final int maxDepth;

	SchemaTree(int maxDepth) {
		if (maxDepth < 1) {
			throw new IllegalArgumentException("maxDepth must be at least 1 but is " + maxDepth);
		}
		this.maxDepth = maxDepth;
	}

	String print(StructType schema) {
		children(schema, " |", 1);
		return this.out.toString();
	}

	private void line(String prefix, String name, DataType type, String remark) {
		this.out.append(prefix).append("-- ").append(escaped(name)).append(": ").append(type.typeName()).append(remark);
		this.out.append('\n');
	}

	/**
	 * Escapes control characters as Spark does, so that each field stays on one line.
	 */
	private static String escaped(String name) {
		return name.replace("\n", "\\n")
			.replace("\r", "\\r")
			.replace("\t", "\\t")
			.replace("\f", "\\f")
			.replace("\b", "\\b")
			.replace("\u000B", "\\v")
			.replace("\u0007", "\\a");
	}

	private void children(DataType type, String prefix, int depth) {
		if (depth > this.maxDepth) {
			return;
		}
		String below = prefix + "    |";
		if (type instanceof StructType struct) {
			for (StructField field : struct.fields()) {
				line(prefix, field.name(), field.dataType(), " (nullable = " + field.nullable() + ")");
				children(field.dataType(), below, depth + 1);
			}
		}
		else if (type instanceof ArrayType array) {
			line(prefix, "element", array.elementType(), " (containsNull = " + array.containsNull() + ")");
			children(array.elementType(), below, depth + 1);
		}
		else if (type instanceof MapType map) {
			line(prefix, "key", map.keyType(), "");
			children(map.keyType(), below, depth + 1);
			line(prefix, "value", map.valueType(), " (valueContainsNull = " + map.valueContainsNull() + ")");
			children(map.valueType(), below, depth + 1);
		}
	}

}
