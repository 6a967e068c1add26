package io.sparkex.errors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RemoteException}.
 */
class RemoteExceptionTests {

	private static final StackTraceElement STACK = new StackTraceElement("org.apache.spark.Task", "run", "Task.scala",
			147);

	private static final BreakingChange CHANGE = new BreakingChange(List.of("Write it so."), "key", "value", true);

	private static RemoteException withServerError(String message, ServerThrowable thrown) {
		return new RemoteException(new RemoteError(message, null, null, Map.of(), List.of(), thrown, null), null);
	}

	private static String printed(Throwable throwable) {
		StringWriter text = new StringWriter();
		throwable.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Test
	void printsServerStackTraceAndCauses() {
		ServerThrowable cause = new ServerThrowable(List.of("java.io.IOException"), null, "disk", List.of(STACK), null);
		ServerThrowable thrown = new ServerThrowable(List.of("org.apache.spark.SparkException", "java.lang.Exception"),
				"JOB", "failed", List.of(STACK), cause);
		RemoteException exception = withServerError("failed", thrown);
		assertThat(exception.serverError()).isSameAs(thrown);
		assertThat(thrown.typeNames()).containsExactly("org.apache.spark.SparkException", "java.lang.Exception");
		assertThat(thrown.errorClass()).isEqualTo("JOB");
		assertThat(printed(exception).replace("\r", "")).startsWith("io.sparkex.errors.RemoteException: failed\n")
			.contains("\tSuppressed: org.apache.spark.SparkException: failed\n")
			.contains("\t\tat org.apache.spark.Task.run(Task.scala:147)\n\tCaused by: java.io.IOException: disk\n");
	}

	@Test
	void addsNoRedundantSuppressedException() {
		assertThat(withServerError("so: failed", new ServerThrowable(List.of("a"), null, " failed\n", List.of(), null)))
			.hasNoSuppressedExceptions();
		assertThat(withServerError("failed", new ServerThrowable(List.of("a"), null, "longer", List.of(), null))
			.getSuppressed()).hasSize(1);
	}

	@Test
	void printsThrowableWithoutDetails() {
		assertThat(new ServerThrowable(List.of(), null, null, List.of(), null)).hasToString("java.lang.Throwable");
	}

	@Test
	void rejectsIncompleteMitigation() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BreakingChange(List.of(), "key", null, true));
	}

	@Test
	void serializesServerDetails() throws Exception {
		ServerThrowable thrown = new ServerThrowable(List.of("a.B", "a.A"), "PARSE_SYNTAX_ERROR", "whole",
				List.of(STACK), new ServerThrowable(List.of(), null, null, List.of(), null));
		QueryContext context = new QueryContext(QueryContext.Kind.SQL, "", "", 1, 2, "x", "", "summary");
		ParseException exception = new ParseException(new RemoteError("no", "PARSE_SYNTAX_ERROR", "42601",
				Map.of("error", "x"), List.of(context), thrown, CHANGE), null);
		exception.initOperationId("op-1");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(exception);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			RemoteException read = (RemoteException) in.readObject();
			assertThat(read).isExactlyInstanceOf(ParseException.class).hasMessage("no");
			assertThat(read.errorClass()).isEqualTo("PARSE_SYNTAX_ERROR");
			assertThat(read.sqlState()).isEqualTo("42601");
			assertThat(read.messageParameters()).containsEntry("error", "x");
			assertThat(read.queryContext()).containsExactly(context);
			assertThat(read.breakingChange()).isEqualTo(CHANGE);
			assertThat(read.operationId()).isEqualTo("op-1");
			assertThat(read.getSuppressed()).singleElement().isSameAs(read.serverError());
			assertThat(printed(read)).isEqualTo(printed(exception));
		}
	}

	@Test
	void copiesMessageParameters() {
		Map<String, String> parameters = new HashMap<>(Map.of("a", "b"));
		RemoteException exception = new RemoteException(new RemoteError("no", null, null, parameters), null);
		parameters.clear();
		assertThat(exception.messageParameters()).containsEntry("a", "b");
		assertThat(exception.errorClass()).isNull();
	}

}
