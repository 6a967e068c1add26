package io.sparkex;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ServerThrowable;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that query errors contain the error condition, the query context and the server
 * exceptions.
 */
class QueryErrorsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void reportsParseErrorOfCommand() {
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> spark.sql("SELEC 1"))
			.withMessageContaining("SELEC")
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).isEqualTo("PARSE_SYNTAX_ERROR");
				assertThat(ex.sqlState()).isEqualTo("42601");
				assertThat(ex.messageParameters()).containsEntry("error", "'SELEC'");
			});
	}

	@Test
	void reportsParseErrorOfLazyQuery() {
		DataFrame query = spark.sql("SELECT (1");
		assertThatExceptionOfType(ParseException.class).isThrownBy(query::collect);
	}

	@Test
	void reportsUnknownColumns() {
		DataFrame query = spark.range(3).select(col("idd"));
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(query::collect)
			.withMessageContaining("`idd`")
			.withMessageContaining("`id`")
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).isEqualTo("UNRESOLVED_COLUMN.WITH_SUGGESTION");
				assertThat(ex.messageParameters()).containsEntry("proposal", "`id`");
			});
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(query::schema);
	}

	@Test
	void reportsRuntimeErrors() {
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql("SELECT 1 / 0").collect())
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).isEqualTo("DIVIDE_BY_ZERO");
				assertThat(UUID.fromString(ex.operationId())).hasToString(ex.operationId());
				assertThat(ex.toString()).endsWith("[operation " + ex.operationId() + "]");
			});
	}

	@Test
	void reportsContextInStatement() {
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.sql("SELECT id + missing FROM range(1)").collect())
			.satisfies((ex) -> {
				QueryContext context = ex.queryContext().get(0);
				assertThat(context.kind()).isEqualTo(QueryContext.Kind.SQL);
				assertThat(context.fragment()).isEqualTo("missing");
				assertThat(context.startIndex()).isEqualTo(12);
				assertThat(context.stopIndex()).isEqualTo(18);
				assertThat(ex.getMessage()).contains("^^^^^^^").contains("(line 1, position 13)");
			});
	}

	@Test
	void reportsContextOfApiCall() {
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(1).select(Functions.col("missing")).collect())
			.satisfies((ex) -> {
				QueryContext context = ex.queryContext().get(0);
				assertThat(context.kind()).isEqualTo(QueryContext.Kind.DATAFRAME);
				assertThat(context.fragment()).isEqualTo("col");
				assertThat(context.callSite()).contains("ErrorsIntegrationTests.java");
			});
	}

	@Test
	void reportsContextInView() {
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW parts AS SELECT 10 / id AS part FROM range(2)");
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW sums AS SELECT\n\tpart + 1 AS sum\nFROM\n\tparts");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql("SELECT * FROM sums").collect())
			.satisfies((ex) -> {
				QueryContext context = ex.queryContext().get(0);
				assertThat(context.objectType()).isEqualTo("VIEW");
				assertThat(context.objectName()).isEqualTo("sums");
				assertThat(context.fragment()).isEqualTo("parts");
				assertThat(ex.getMessage()).contains("== SQL of VIEW sums (line 4, position 2) ==\n\tparts\n\t^^^^^");
			});
	}

	@Test
	void hasNoContextIfServerSendsNone() {
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW quotients AS SELECT 10 / id AS part FROM range(2)");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(spark.table("quotients")::collect)
			.satisfies((ex) -> assertThat(ex.queryContext()).isEmpty());
	}

	@Test
	void alignsMarkerWithWideCharactersAndTabs() {
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.sql("SELECT\t'日本',\tmissing FROM range(1)").collect())
			.withMessageContaining("SELECT\t'日本',\tmissing FROM range(1)\n      \t       \t^^^^^^^");
	}

	@Test
	void truncatesLongStatementInMessage() {
		String sum = "SELECT 1" + " + 1".repeat(20_000);
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> spark.sql(sum).collect()).satisfies((ex) -> {
			assertThat(ex.errorClass()).isEqualTo("FAILED_TO_PARSE_TOO_COMPLEX");
			assertThat(ex.getMessage()).hasSizeLessThan(2_000).contains("1 + 1 + 1...");
			assertThat(ex.queryContext().get(0).fragment()).hasSize(sum.length());
		});
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments("SELECT raise_error('my own')", "USER_RAISED_EXCEPTION", "P0001"),
				arguments("SELECT CAST('abc' AS INT)", "CAST_INVALID_INPUT", "22018"),
				arguments("SELECT * FROM parquet.`/no/such/file`", "PATH_NOT_FOUND", "42K03"),
				arguments("SELECT * FROM no_such_table", "TABLE_OR_VIEW_NOT_FOUND", "42P01"),
				arguments("SELECT no_such_function(1)", "UNRESOLVED_ROUTINE", "42883"),
				arguments("SELECT array(1)[5]", "INVALID_ARRAY_INDEX", "22003"),
				arguments("SELECT 2147483647 + 1", "ARITHMETIC_OVERFLOW", "22003"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void returnsErrorClass(String statement, String errorClass, String sqlState) {
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql(statement).collect())
			.withMessageStartingWith("[" + errorClass)
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).startsWith(errorClass);
				assertThat(ex.sqlState()).isEqualTo(sqlState);
				assertThat(ex.serverError()).isNotNull();
			});
	}

	/**
	 * The pattern has a week-based letter, which fails with a cause.
	 */
	private static final String FAILURE_WITH_CAUSE = "SELECT to_timestamp('2020-01-01', 'yyyy-MM-dd YYYY')";

	@Test
	void returnsServerExceptionsWithStackTraces() {
		returnsServerExceptionsWithStackTraces(spark);
	}

	/**
	 * Servers send stack traces regardless of the configuration.
	 */
	@Test
	void returnsStackTracesRegardlessOfConfiguration() {
		try (SparkSession terse = TestServer.session()) {
			terse.conf().set("spark.sql.connect.serverStacktrace.enabled", "false");
			returnsServerExceptionsWithStackTraces(terse);
		}
	}

	private static void returnsServerExceptionsWithStackTraces(SparkSession spark) {
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql(FAILURE_WITH_CAUSE).collect())
			.withMessageContaining("Caused by: org.apache.spark.SparkIllegalArgumentException: ")
			.satisfies((ex) -> {
				ServerThrowable thrown = Objects.requireNonNull(ex.serverError());
				assertThat(ex.getSuppressed()).containsExactly(thrown);
				assertThat(thrown.typeName()).isEqualTo("org.apache.spark.SparkUpgradeException");
				assertThat(thrown.getStackTrace())
					.anySatisfy((element) -> assertThat(element.getClassName()).startsWith("org.apache.spark.sql"));
				assertThat(Objects.requireNonNull(thrown.getCause()).errorClass())
					.isEqualTo("INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN");
				assertThat(ex).hasStackTraceContaining("Suppressed: org.apache.spark.SparkUpgradeException: ");
			});
	}

	@Test
	void readsErrorsWithoutDetails() {
		try (SparkSession bare = TestServer.session()) {
			bare.conf().set("spark.sql.connect.enrichError.enabled", "false");
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(bare.table("no_such_table")::collect)
				.satisfies((ex) -> {
					assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND");
					assertThat(ex.messageParameters()).containsEntry("relationName", "`no_such_table`");
					assertThat(ex).hasNoSuppressedExceptions();
					assertThat(Objects.requireNonNull(ex.serverError()).typeName()).startsWith("org.apache.spark.sql.");
				});
		}
	}

	/**
	 * Servers cannot send details of an exception without a message.
	 */
	@Test
	void refersToServerLogIfCauseIsUnknown() {
		String statement = "SELECT java_method('java.util.UUID', 'fromString', 'x' || id) FROM range(1)";
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql(statement).collect())
			.withMessageStartingWith("Job aborted due to stage failure: ")
			.withMessageContaining("java.lang.reflect.InvocationTargetException")
			.withMessageEndingWith("see its log")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\tat "));
	}

}
