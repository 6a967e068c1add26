package io.sparkex.generator;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The types of parameters: their keyword in the registry, their Java type, and the
 * conversion of a value to a column.
 */
enum ParameterType {

	COLUMN("column", "ColumnLike", "%s"),

	/** The name of a column, written {@code $columnName} in the registry. */
	NAME("$", "String", "Functions.col(%s)"),

	INT("int", "int", "Functions.lit(%s)"),

	LONG("long", "long", "Functions.lit(%s)"),

	DOUBLE("double", "double", "Functions.lit(%s)"),

	BOOLEAN("boolean", "boolean", "Functions.lit(%s)"),

	STRING("string", "String", "Functions.lit(%s)"),

	BYTES("bytes", "byte[]", "Functions.lit(%s)"),

	/** A Java value or a column, null included. */
	ANY("any", "@Nullable Object", "Functions.lit(%s)"),

	SCHEMA("schema", "DataType", "Functions.lit(%s.sql())"),

	/** Options, sent as a trailing call of {@code map}, or not at all if empty. */
	OPTIONS("options", "Map<String, String>", "%s"),

	LAMBDA("lambda", "UnaryOperator<Column>", "Column.lambda(%s)"),

	LAMBDA2("lambda2", "BinaryOperator<Column>", "Column.lambda(%s)"),

	LAMBDA3("lambda3", "TernaryFunction", "Column.lambda(%s)");

	private final String keyword;

	private final String javaType;

	private final String expression;

	ParameterType(String keyword, String javaType, String expression) {
		this.keyword = keyword;
		this.javaType = javaType;
		this.expression = expression;
	}

	String javaType() {
		return this.javaType;
	}

	/**
	 * Returns the Java expression that creates a column from the named parameter.
	 * @param parameter the name of the parameter
	 * @return the expression
	 */
	String expression(String parameter) {
		return String.format(this.expression, parameter);
	}

	/**
	 * Returns the expression that creates an array of columns from the named variadic
	 * parameter.
	 * @param parameter the name of the parameter
	 * @return the expression
	 */
	String arrayExpression(String parameter) {
		return switch (this) {
			case COLUMN -> parameter;
			case NAME -> "columns(" + parameter + ")";
			case STRING -> "literals(" + parameter + ")";
			default -> throw new IllegalArgumentException("\"" + this.keyword + "...\" is not supported");
		};
	}

	static ParameterType of(String keyword) {
		return Arrays.stream(values())
			.filter((type) -> type.keyword.equals(keyword))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("unknown type \"" + keyword + "\"; use one of " + known()));
	}

	private static String known() {
		return Arrays.stream(values()).map((type) -> type.keyword).collect(Collectors.joining(", "));
	}

}
