package io.sparkex.test;

import java.util.List;
import java.util.function.Consumer;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteException;
import io.sparkex.types.StructType;

/**
 * Stubbing of the response of a {@link FakeSpark} to certain queries. The response
 * applies from the call of one of these methods, to any number of queries. Rows are
 * validated by these methods and sent as Arrow data, so that they are read like the rows
 * of a real server.
 *
 * @since 0.1.0
 */
public final class FakeSparkStubbing {

	private static final String EXECUTION_FAILURE = "org.apache.spark.SparkException";

	private static final String ANALYSIS_FAILURE = "org.apache.spark.sql.AnalysisException";

	private static final String PARSE_FAILURE = "org.apache.spark.sql.catalyst.parser.ParseException";

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	private final Consumer<StubbedResponse> target;

	FakeSparkStubbing(Consumer<StubbedResponse> target) {
		this.target = target;
	}

	/**
	 * Returns objects as rows, with a column for each component or property.
	 * @param objects at least one record, bean, single value or {@link io.sparkex.Row
	 * row}, all of the same class
	 * @throws IllegalArgumentException if there are no objects
	 * @throws io.sparkex.errors.MappingException if the objects cannot be converted to
	 * rows
	 */
	public void thenReturn(List<?> objects) {
		if (objects.isEmpty()) {
			throw new IllegalArgumentException(
					"objects must not be empty, since the first one determines the columns; pass the class as well");
		}
		returnRows(StubbedResponse.Rows.ofObjects(objects.get(0).getClass(), objects));
	}

	/**
	 * Returns objects as rows, with a column for each component or property.
	 * @param <T> the class of the objects
	 * @param objectClass the class of a record, a bean or a single value
	 * @param objects the objects, may be empty
	 * @throws io.sparkex.errors.MappingException if the objects cannot be converted to
	 * rows
	 */
	public <T> void thenReturn(Class<T> objectClass, List<? extends T> objects) {
		returnRows(StubbedResponse.Rows.ofObjects(objectClass, objects));
	}

	/**
	 * Returns rows of values.
	 * @param schema the columns in DDL, such as {@code "id BIGINT NOT NULL, name STRING"}
	 * @param rows the rows, each a list of values in the order of the schema, a map of
	 * values by name, or a {@link io.sparkex.Row}
	 * @throws IllegalArgumentException if the schema is not valid DDL
	 * @throws io.sparkex.errors.MappingException if a value does not match the type of
	 * its column
	 */
	public void thenReturn(String schema, List<?> rows) {
		thenReturn(DdlParser.parse(schema), rows);
	}

	/**
	 * Returns rows of values.
	 * @param schema the names and types of the columns
	 * @param rows the rows, each a list of values in the order of the schema, a map of
	 * values by name, or a {@link io.sparkex.Row}
	 * @throws io.sparkex.errors.MappingException if a value does not match the type of
	 * its column
	 */
	public void thenReturn(StructType schema, List<?> rows) {
		returnRows(StubbedResponse.Rows.of(schema, rows));
	}

	/**
	 * Returns neither rows nor columns, as for a statement without a result.
	 */
	public void thenReturnNothing() {
		returnRows(StubbedResponse.Rows.of(new StructType(), List.of()));
	}

	private void returnRows(StubbedResponse.Rows rows) {
		// Invalid rows must fail here, and not in the code under test.
		rows.encode();
		this.target.accept(rows);
	}

	/**
	 * Fails the query with a {@link RemoteException}.
	 * @param errorClass the error class of Spark, such as {@code DIVIDE_BY_ZERO}
	 * @param message the error message
	 */
	public void thenThrow(String errorClass, String message) {
		thenThrow(RemoteException.class, errorClass, message);
	}

	/**
	 * Fails the query with an exception.
	 * @param type the class of the exception: {@link RemoteException},
	 * {@link AnalysisException}, {@link ParseException} or
	 * {@link PermissionDeniedException}
	 * @param errorClass the error class of Spark, such as {@code TABLE_OR_VIEW_NOT_FOUND}
	 * @param message the error message
	 * @throws IllegalArgumentException if the class is another one
	 */
	public void thenThrow(Class<? extends RemoteException> type, String errorClass, String message) {
		String text = message.startsWith("[") ? message : "[" + errorClass + "] " + message;
		if (type == PermissionDeniedException.class) {
			this.target
				.accept(new StubbedResponse.Failure(EXECUTION_FAILURE, errorClass, INSUFFICIENT_PRIVILEGE, text));
			return;
		}
		this.target.accept(new StubbedResponse.Failure(sparkType(type), errorClass, null, text));
	}

	private static String sparkType(Class<? extends RemoteException> type) {
		if (type == ParseException.class) {
			return PARSE_FAILURE;
		}
		if (type == AnalysisException.class) {
			return ANALYSIS_FAILURE;
		}
		if (type == RemoteException.class) {
			return EXECUTION_FAILURE;
		}
		throw new IllegalArgumentException("FakeSpark cannot cause a " + type.getName());
	}

	/**
	 * Leaves the query without a response: it runs until it is interrupted or times out.
	 */
	public void thenStall() {
		this.target.accept(new StubbedResponse.Stall());
	}

}
