package io.sparkex.internal.transport;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.sparkex.errors.BreakingChange;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.ServerThrowable;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorDetailsDecoder}.
 */
class ErrorDetailsDecoderTests {

	private static final ErrorTrailers TRAILERS = new ErrorTrailers("a.Reason", List.of(), "CLASS", "12345", "e-1",
			Map.of("from", "trailers"), null);

	private static FetchErrorDetailsResponse.Error.Builder error(String type, String message) {
		return FetchErrorDetailsResponse.Error.newBuilder().addErrorTypeHierarchy(type).setMessage(message);
	}

	private static RemoteError decode(FetchErrorDetailsResponse.Error.Builder... errors) {
		FetchErrorDetailsResponse.Builder details = FetchErrorDetailsResponse.newBuilder().setRootErrorIdx(0);
		for (FetchErrorDetailsResponse.Error.Builder error : errors) {
			details.addErrors(error);
		}
		return ErrorDetailsDecoder.decode(details.build(), "description", TRAILERS);
	}

	private static RemoteError decode(Consumer<FetchErrorDetailsResponse.SparkThrowable.Builder> spark) {
		FetchErrorDetailsResponse.SparkThrowable.Builder throwable = FetchErrorDetailsResponse.SparkThrowable
			.newBuilder();
		spark.accept(throwable);
		return decode(error("a.B", "whole").setSparkThrowable(throwable));
	}

	private static ServerThrowable thrown(RemoteError error) {
		return Objects.requireNonNull(error.serverError());
	}

	private static int length(RemoteError error) {
		int length = 0;
		for (ServerThrowable cause = error.serverError(); cause != null; cause = cause.getCause()) {
			length++;
		}
		return length;
	}

	@Test
	void keepsStackTraceAndCauses() {
		FetchErrorDetailsResponse.StackTraceElement.Builder element = FetchErrorDetailsResponse.StackTraceElement
			.newBuilder()
			.setDeclaringClass("org.apache.spark.Task")
			.setMethodName("run")
			.setFileName("Task.scala")
			.setLineNumber(147);
		RemoteError error = decode(error("a.Root", "root").addStackTrace(element).setCauseIdx(2),
				error("a.Deep", "deep"),
				error("a.Middle", "middle").setCauseIdx(1).addStackTrace(element.clone().clearFileName()));
		assertThat(thrown(error)).hasToString("a.Root: root");
		assertThat(thrown(error).getStackTrace())
			.containsExactly(new StackTraceElement("org.apache.spark.Task", "run", "Task.scala", 147));
		assertThat(thrown(error).getCause()).hasToString("a.Middle: middle");
		assertThat(thrown(error)).hasRootCauseMessage("deep");
		assertThat(error.message()).isEqualTo("root\nCaused by: a.Deep: deep");
	}

	@Test
	void usesTrailersIfDetailsAreIncomplete() {
		RemoteError error = decode(FetchErrorDetailsResponse.Error.newBuilder());
		assertThat(error.message()).isEqualTo("description");
		assertThat(error.errorClass()).isEqualTo("CLASS");
		assertThat(error.sqlState()).isEqualTo("12345");
		assertThat(error.messageParameters()).containsExactly(Map.entry("from", "trailers"));
		assertThat(thrown(error).typeNames()).containsExactly("a.Reason");
	}

	@Test
	void stopsAtCircularCauses() {
		assertThat(length(decode(error("a", "a").setCauseIdx(1), error("b", "b").setCauseIdx(0)))).isEqualTo(2);
		assertThat(length(decode(error("a", "a").setCauseIdx(0)))).isEqualTo(1);
	}

	@Test
	void stopsAtMissingCause() {
		assertThat(length(decode(error("a", "a").setCauseIdx(7)))).isEqualTo(1);
		assertThat(length(decode(error("a", "a").setCauseIdx(-1)))).isEqualTo(1);
	}

	@Test
	void limitsLengthOfCauseChain() {
		FetchErrorDetailsResponse.Error.Builder[] errors = new FetchErrorDetailsResponse.Error.Builder[10_000];
		for (int i = 0; i < errors.length; i++) {
			errors[i] = error("a", "a" + i).setCauseIdx(i + 1);
		}
		assertThat(length(decode(errors))).isEqualTo(50);
	}

	@Test
	void describesBreakingChange() {
		RemoteError error = decode(
				(spark) -> spark.setBreakingChangeInfo(FetchErrorDetailsResponse.BreakingChangeInfo.newBuilder()
					.addMigrationMessage("Write it so.")
					.setMitigationConfig(FetchErrorDetailsResponse.MitigationConfig.newBuilder()
						.setKey("spark.sql.legacy.x")
						.setValue("true"))
					.setNeedsAudit(false)));
		assertThat(error.breakingChange())
			.isEqualTo(new BreakingChange(List.of("Write it so."), "spark.sql.legacy.x", "true", false));
		assertThat(error.message())
			.isEqualTo("whole\nWrite it so.\nSpark changed this behavior; set spark.sql.legacy.x to"
					+ " true to restore the earlier behavior");
	}

	@Test
	void breakingChangeNeedsAuditByDefault() {
		RemoteError error = decode((spark) -> spark.setBreakingChangeInfo(
				FetchErrorDetailsResponse.BreakingChangeInfo.newBuilder().addMigrationMessage("whole")));
		assertThat(error.breakingChange()).isEqualTo(new BreakingChange(List.of("whole"), null, null, true));
		assertThat(error.message()).isEqualTo("whole");
		assertThat(decode((spark) -> {
		}).breakingChange()).isNull();
	}

	@Test
	void movesStackTracesOutOfMessage() {
		RemoteError error = decode(error("a.B", """

				Job aborted: Lost task 1.0 (localhost): java.lang.reflect.InvocationTargetException
				\tat java.base/java.lang.reflect.Method.invoke(Method.java:569)
				\tat Generated.apply(Unknown Source)
				Caused by: java.lang.IllegalArgumentException: no
				\tat a.B$$anon$1.c(B.scala:3)
				\t... 38 more

				Driver stacktrace:"""));
		assertThat(error.message())
			.isEqualTo("Job aborted: Lost task 1.0 (localhost): java.lang.reflect.InvocationTargetException\n"
					+ "Caused by: java.lang.IllegalArgumentException: no");
		assertThat(thrown(error)).hasMessageContaining("Method.java:569");
	}

	@Test
	void pointsToServerLogIfCausesAreMissing() {
		RemoteError error = ErrorDetailsDecoder.decode("Job aborted: a.B\n\tat c.D.e(D.java:3)\n\tat c.D.f(D.ja...",
				TRAILERS);
		assertThat(error.message()).isEqualTo("Job aborted: a.B\nThe server did not send the cause; see its log");
	}

	@Test
	void doesNotRepeatCauseContainedInMessage() {
		assertThat(decode(error("a", "Failed: no such file").setCauseIdx(1), error("b", "no such file")).message())
			.isEqualTo("Failed: no such file");
		assertThat(decode(error("a", "Failed").setCauseIdx(1), error("b", "")).message()).isEqualTo("Failed");
	}

	@Test
	void truncatesLongCause() {
		assertThat(decode(error("a", "Failed").setCauseIdx(1), error("b", "x".repeat(9_000))).message())
			.hasSizeLessThan(600)
			.endsWith("xxx...");
	}

	@Test
	void omitsEmptyQueryContexts() {
		RemoteError error = decode((spark) -> spark
			.addQueryContexts(FetchErrorDetailsResponse.QueryContext.newBuilder().setStartIndex(-1)));
		assertThat(error.queryContext()).isEmpty();
		assertThat(error.message()).isEqualTo("whole");
	}

	@Test
	void addsQueryContextOnce() {
		FetchErrorDetailsResponse.QueryContext context = FetchErrorDetailsResponse.QueryContext.newBuilder()
			.setFragment("b")
			.setSummary("== SQL (line 1, position 9) ==\nSELECT\t\tb\n        ^\n")
			.build();
		assertThat(decode((spark) -> spark.addQueryContexts(context).addQueryContexts(context)).message())
			.isEqualTo("whole\n== SQL (line 1, position 9) ==\nSELECT\t\tb\n      \t\t^");
	}

}
