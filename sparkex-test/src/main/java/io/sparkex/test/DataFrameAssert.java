package io.sparkex.test;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.DataFrame;
import io.sparkex.Row;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Assertions on the rows and columns of a DataFrame.
 *
 * @since 0.1.0
 */
public final class DataFrameAssert extends AbstractResultsAssert<DataFrameAssert, DataFrame, Row> {

	private @Nullable StructType schema;

	DataFrameAssert(DataFrame actual) {
		super(actual, DataFrameAssert.class);
	}

	/**
	 * Verifies the names of the columns.
	 * @param names the names in their order
	 * @return these assertions
	 */
	public DataFrameAssert hasColumns(String... names) {
		if (!schema().fieldNames().equals(List.of(names))) {
			failWithMessage("%nExpecting the columns%n  %s%nbut there are%n  %s", List.of(names),
					schema().fieldNames());
		}
		return this;
	}

	/**
	 * Verifies the names and types of the columns. Nullability is compared only for
	 * columns with {@code NOT NULL}.
	 * @param ddl the schema in DDL, such as {@code "id BIGINT NOT NULL, name STRING"}
	 * @return these assertions
	 * @throws IllegalArgumentException if the schema is not valid DDL
	 */
	public DataFrameAssert hasSchema(String ddl) {
		return hasSchema(DdlParser.parse(ddl));
	}

	/**
	 * Verifies the names and types of the columns. Nullability is compared only for
	 * columns that are not nullable.
	 * @param expected the schema
	 * @return these assertions
	 */
	public DataFrameAssert hasSchema(StructType expected) {
		List<StructField> actualFields = schema().fields();
		boolean same = actualFields.size() == expected.size();
		for (int i = 0; same && i < expected.size(); i++) {
			same = matches(actualFields.get(i), expected.field(i));
		}
		if (!same) {
			failWithMessage("%nExpecting the schema%n%s%nbut it is%n%s", lines(expected), lines(schema()));
		}
		return this;
	}

	private static boolean matches(StructField actual, StructField expected) {
		return actual.name().equals(expected.name())
				&& actual.dataType().simpleString().equals(expected.dataType().simpleString())
				&& (expected.nullable() || !actual.nullable());
	}

	private static String lines(StructType schema) {
		return schema.fields()
			.stream()
			.map((field) -> "  " + field.toDDL())
			.collect(Collectors.joining(System.lineSeparator()));
	}

	@Override
	List<String> columns() {
		return schema().fieldNames();
	}

	private StructType schema() {
		isNotNull();
		if (this.schema == null) {
			this.schema = this.actual.schema();
		}
		return this.schema;
	}

}
