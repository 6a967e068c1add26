package io.sparkex.test;

import java.util.List;
import java.util.function.Consumer;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteException;
import io.sparkex.types.StructType;

/**
 * Says what a {@link FakeSpark} answers certain queries with. The answer holds from the
 * call of one of these methods, for any number of queries. Rows are checked here and
 * travel as Arrow data, so that they are read as those of a real server are.
 *
 * @since 0.1.0
 */
public final class FakeAnswer {

	private static final String EXECUTION_FAILURE = "org.apache.spark.SparkException";

	private static final String ANALYSIS_FAILURE = "org.apache.spark.sql.AnalysisException";

	private static final String PARSE_FAILURE = "org.apache.spark.sql.catalyst.parser.ParseException";

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	private final Consumer<Answer> rule;

	FakeAnswer(Consumer<Answer> rule) {
		this.rule = rule;
	}

	/**
	 * Answers with objects as rows, with a column for each component or property.
	 * @param objects records, beans, single values or {@link io.sparkex.Row rows}, all of
	 * one class, at least one
	 * @throws IllegalArgumentException if there is no object, which could tell the
	 * columns
	 * @throws io.sparkex.errors.MappingException if rows cannot be made of them
	 */
	public void thenReturn(List<?> objects) {
		if (objects.isEmpty()) {
			throw new IllegalArgumentException(
					"objects must not be empty, since the first one tells the columns; give the class as well");
		}
		returnRows(Answer.Rows.ofObjects(objects.get(0).getClass(), objects));
	}

	/**
	 * Answers with objects as rows, with a column for each component or property.
	 * @param <T> their class
	 * @param objectClass the class of a record, a bean or a single value
	 * @param objects the objects, or none
	 * @throws io.sparkex.errors.MappingException if rows cannot be made of them
	 */
	public <T> void thenReturn(Class<T> objectClass, List<? extends T> objects) {
		returnRows(Answer.Rows.ofObjects(objectClass, objects));
	}

	/**
	 * Answers with rows of values.
	 * @param schema the columns in DDL, such as {@code "id BIGINT NOT NULL, name STRING"}
	 * @param rows each a list of values in the order of the schema, a map of them by name
	 * or a {@link io.sparkex.Row}
	 * @throws IllegalArgumentException if the schema is no DDL
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column
	 */
	public void thenReturn(String schema, List<?> rows) {
		thenReturn(DdlParser.parse(schema), rows);
	}

	/**
	 * Answers with rows of values.
	 * @param schema the names and types of the columns
	 * @param rows each a list of values in the order of the schema, a map of them by name
	 * or a {@link io.sparkex.Row}
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column
	 */
	public void thenReturn(StructType schema, List<?> rows) {
		returnRows(Answer.Rows.of(schema, rows));
	}

	/**
	 * Answers with neither rows nor columns, as to a statement that is run for its
	 * effect.
	 */
	public void thenReturnNothing() {
		returnRows(Answer.Rows.of(new StructType(), List.of()));
	}

	private void returnRows(Answer.Rows rows) {
		// What does not fit is to be found here, and not by the code under test.
		rows.encode();
		this.rule.accept(rows);
	}

	/**
	 * Fails as a query does while it runs.
	 * @param errorClass Spark's error class, such as {@code DIVIDE_BY_ZERO}
	 * @param message what the server says
	 */
	public void thenThrow(String errorClass, String message) {
		thenThrow(RemoteException.class, errorClass, message);
	}

	/**
	 * Fails with a certain exception.
	 * @param type {@link RemoteException}, {@link AnalysisException},
	 * {@link ParseException} or {@link PermissionDeniedException}
	 * @param errorClass Spark's error class, such as {@code TABLE_OR_VIEW_NOT_FOUND}
	 * @param message what the server says
	 * @throws IllegalArgumentException if the exception is none of these
	 */
	public void thenThrow(Class<? extends RemoteException> type, String errorClass, String message) {
		String text = message.startsWith("[") ? message : "[" + errorClass + "] " + message;
		if (type == PermissionDeniedException.class) {
			this.rule.accept(new Answer.Failure(EXECUTION_FAILURE, errorClass, INSUFFICIENT_PRIVILEGE, text));
			return;
		}
		this.rule.accept(new Answer.Failure(sparkType(type), errorClass, null, text));
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
		throw new IllegalArgumentException("A fake cannot have the client throw a " + type.getName());
	}

	/**
	 * Never answers: the query runs until it is interrupted, or its time is over.
	 */
	public void thenStall() {
		this.rule.accept(new Answer.Stall());
	}

}
