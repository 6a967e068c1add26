package io.sparkex;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ServerThrowable;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the code of docs/errors.md.
 */
class ErrorsPageIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private final List<Integer> highlighted = new ArrayList<>();

	private final List<String> reported = new ArrayList<>();

	@AfterAll
	static void cleanUp() {
		spark.sql("DROP TABLE IF EXISTS rides");
	}

	@Test
	void handlesExistingTable() {
		for (int i = 0; i < 2; i++) {
			try {
				spark.sql("CREATE TABLE rides (id INT) USING parquet");
			}
			catch (RemoteException ex) {
				if (!"TABLE_OR_VIEW_ALREADY_EXISTS".equals(ex.errorClass())) {
					throw ex;
				}
			}
		}
		assertThat(spark.table("rides").count()).isZero();
	}

	@Test
	void readsMessageParameters() {
		DataFrame rides = spark.sql("SELECT 10.50BD AS fare");
		try {
			rides.select(col("fair")).collect();
		}
		catch (AnalysisException ex) {
			suggest(ex.messageParameters().get("objectName"), ex.messageParameters().get("proposal"));
		}
		assertThat(this.reported).containsExactly("`fair`", "`fare`");
	}

	private void suggest(@Nullable String wanted, @Nullable String known) {
		this.reported.add(String.valueOf(wanted));
		this.reported.add(String.valueOf(known));
	}

	@Test
	void marksPositionInStatement() {
		String text = "SELECT\n\tfare / stops AS fare_per_stop\nFROM VALUES (10.5, 0) AS rides(fare, stops)";
		try {
			spark.sql(text).collect();
		}
		catch (RemoteException ex) {
			for (QueryContext context : ex.queryContext()) {
				if (context.kind() == QueryContext.Kind.SQL) {
					highlight(context.startIndex(), context.stopIndex());
				}
			}
		}
		assertThat(this.highlighted).containsExactly(8, 19);
		assertThat(text.substring(8, 20)).isEqualTo("fare / stops");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.sql(text).collect())
			.withMessageStartingWith("[DIVIDE_BY_ZERO] Division by zero. Use `try_divide`")
			.withMessageEndingWith("== SQL (line 2, position 2) ==\n\tfare / stops AS fare_per_stop\n\t^^^^^^^^^^^^");
	}

	private void highlight(int startIndex, int stopIndex) {
		this.highlighted.add(startIndex);
		this.highlighted.add(stopIndex);
	}

	@Test
	void readsServerException() {
		try {
			spark.sql("SELECT to_timestamp('2020-01-01', 'yyyy-MM-dd YYYY')").collect();
		}
		catch (RemoteException ex) {
			for (ServerThrowable thrown = ex.serverError(); thrown != null; thrown = thrown.getCause()) {
				report(ex.operationId(), thrown.typeName(), thrown.errorClass(), thrown.getStackTrace());
			}
		}
		assertThat(this.reported).containsExactly("org.apache.spark.SparkUpgradeException",
				"org.apache.spark.SparkIllegalArgumentException");
	}

	private void report(@Nullable String operationId, String typeName, @Nullable String errorClass,
			StackTraceElement[] stack) {
		assertThat(UUID.fromString(operationId)).isNotNull();
		assertThat(errorClass).startsWith("INCONSISTENT_BEHAVIOR_CROSS_VERSION.");
		assertThat(stack).isNotEmpty();
		this.reported.add(typeName);
	}

}
