package io.sparkex.test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.sparkex.DataFrame;
import io.sparkex.Row;
import io.sparkex.SaveMode;
import io.sparkex.SparkSession;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FakeSpark}.
 */
class FakeSparkTests {

	private static final String TRIPS = "SELECT * FROM trips WHERE city = :city";

	private final FakeSpark fake = new FakeSpark();

	private final SparkSession spark = this.fake.session();

	@AfterEach
	void close() {
		this.fake.close();
	}

	@Test
	void returnsRecordsForStatements() {
		List<Trip> trips = List.of(new Trip(1, "Łódź", new BigDecimal("12.500000000000000000"), List.of("a", "b")),
				new Trip(2, null, null, List.of()));
		this.fake.whenSql(TRIPS).thenReturn(trips);
		DataFrame frame = this.spark.sql("SELECT *\n\tFROM trips\n\tWHERE city = :city", Map.of("city", "Łódź"));
		assertThat(frame.as(Trip.class).collect()).isEqualTo(trips);
		assertThat(frame.as(Trip.class).stream()).hasSize(2);
		assertThat(frame.collectAsync().orTimeout(1, TimeUnit.MINUTES).join()).hasSize(2);
	}

	@Test
	void recordsStatementsWithArguments() {
		this.fake.whenSql(TRIPS).thenReturn(Trip.class, List.of());
		LocalDate day = LocalDate.of(2024, 2, 29);
		this.spark.sql(TRIPS, Map.of("city", "Łódź")).withTag("nightly").collect();
		this.fake.whenSql("SELECT ?, ?").thenReturn("a INT, b DATE", List.of(List.of(1, day)));
		assertThat(this.spark.sql("SELECT ?, ?", new Object[] { 1, day }).single().getLocalDate("b")).isEqualTo(day);
		assertThat(this.fake.executions()).hasSize(2);
		FakeExecution first = this.fake.executions().get(0);
		assertThat(first.sql()).isEqualTo(TRIPS);
		assertThat(first.named()).containsOnly(Map.entry("city", "Łódź"));
		assertThat(first.tags()).containsExactly("nightly");
		assertThat(first.isCommand()).isFalse();
		assertThat(this.fake.lastExecution().positional()).containsExactly(1, day);
	}

	@Test
	void appliesLimitsAndCountsToStubbedRows() {
		this.fake.whenSql("SELECT id FROM ids").thenReturn(List.of(10L, 20L, 30L));
		DataFrame ids = this.spark.sql("SELECT id FROM ids");
		assertThat(ids.as(Long.class).first()).isEqualTo(10);
		assertThat(ids.as(Long.class).take(2)).containsExactly(10L, 20L);
		assertThat(ids.offset(1).limit(1).as(Long.class).single()).isEqualTo(20);
		assertThat(ids.tail(2)).extracting((row) -> row.getLong(0)).containsExactly(20L, 30L);
		assertThat(ids.limit(0).as(Long.class).optional()).isEmpty();
		assertThat(ids.count()).isEqualTo(3);
		assertThat(ids.isEmpty()).isFalse();
		assertThat(ids.limit(0).isEmpty()).isTrue();
	}

	@Test
	void requiresStubsForOtherAggregates() {
		this.fake.whenTable("trips").thenReturn(List.of(1L, 2L));
		DataFrame named = this.spark.table("trips").agg(count(lit(1)).as("trips"));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(named::collect);
		this.fake.when((plan) -> plan.contains("AS trips")).thenReturn("trips BIGINT", List.of(List.of(99L)));
		assertThat(named.single().getLong("trips")).isEqualTo(99);
		assertThat(this.spark.table("trips").count()).isEqualTo(2);
	}

	@Test
	void stubsTablesAndPlans() {
		this.fake.whenTable("trips").thenReturn("id BIGINT, city STRING", List.of(List.of(1L, "Oslo")));
		this.fake.when((plan) -> plan.contains("condition=(city = 'Rome')"))
			.thenReturn("id BIGINT, city STRING", List.of(Map.of("id", 2, "city", "Rome")));
		assertThat(this.spark.table("Trips").single().getString("city")).isEqualTo("Oslo");
		DataFrame inRome = this.spark.table("trips").filter(col("city").equalTo("Rome"));
		assertThat(inRome.limit(5).single().getLong("id")).isEqualTo(2);
		assertThat(this.fake.lastExecution().plan()).startsWith("Limit").contains("NamedTable").endsWith("=trips\n");
	}

	@Test
	void prefersLastStub() {
		this.fake.whenTable("t").thenReturn(List.of(1L));
		this.fake.whenTable("t").thenReturn(List.of(2L));
		assertThat(this.spark.table("t").as(Long.class).collect()).containsExactly(2L);
	}

	@Test
	void returnsSchemas() {
		StructType schema = new StructType().add("id", DataTypes.LongType, false)
			.add("tags", DataTypes.createArrayType(DataTypes.StringType));
		this.fake.whenTable("t").thenReturn(schema, List.of(Row.of(schema, 1L, List.of("a"))));
		assertThat(this.spark.table("t").schema()).isEqualTo(schema);
		assertThat(this.spark.table("t").columns()).containsExactly("id", "tags");
		assertThat(this.spark.table("t").limit(1).schema()).isEqualTo(schema);
		assertThat(this.spark.catalog().tableExists("t")).isTrue();
		assertThat(this.spark.catalog().tableExists("u")).isFalse();
		assertThat(this.spark.version()).isEqualTo("4.2.0");
	}

	@Test
	void explainsHowToStubResponse() {
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> this.spark.sql("SELECT \"x\"\n FROM t").limit(3).collect())
			.withMessageContaining("Limit #1 rows=3")
			.withMessageContaining("fake.whenSql(\"SELECT \\\"x\\\" FROM t\").thenReturn(")
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("FAKE_SPARK_NOT_STUBBED"));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.spark.table("t").schema())
			.withMessageContaining("fake.whenTable(\"t\")");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.spark.range(3).distinct().collect())
			.withMessageContaining("Deduplicate")
			.withMessageContaining("Range #")
			.withMessageContaining("fake.when((plan)");
	}

	@Test
	void throwsStubbedExceptions() {
		this.fake.whenSql("SELECT 1").thenThrow("DIVIDE_BY_ZERO", "Division by zero.");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.spark.sql("SELECT 1").collect())
			.withMessageContaining("[DIVIDE_BY_ZERO] Division by zero.")
			.isExactlyInstanceOf(RemoteException.class);
		this.fake.whenTable("t").thenThrow(AnalysisException.class, "TABLE_OR_VIEW_NOT_FOUND", "No t.");
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> this.spark.table("t").schema());
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> this.spark.table("t").count());
		this.fake.whenTable("t").thenThrow(ParseException.class, "PARSE_SYNTAX_ERROR", "What?");
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> this.spark.table("t").collect());
		this.fake.whenTable("t").thenThrow(PermissionDeniedException.class, "DENIED", "No.");
		assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> this.spark.table("t").collect());
		this.fake.when((plan) -> plan.startsWith("Save")).thenThrow("DISK_FULL", "Full.");
		this.fake.whenTable("u").thenReturn(List.of(1L));
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> this.spark.table("u").write().saveAsTable("v"))
			.withMessageContaining("[DISK_FULL] Full.");
	}

	@Test
	void acceptsCommands() {
		this.fake.whenTable("t").thenReturn(List.of(1L, 2L));
		this.spark.table("t").createOrReplaceTempView("v");
		assertThat(this.spark.table("v").as(Long.class).collect()).containsExactly(1L, 2L);
		assertThat(this.spark.catalog().tableExists("v")).isTrue();
		assertThat(this.spark.catalog().dropTempView("v")).isTrue();
		assertThat(this.spark.catalog().tableExists("v")).isFalse();
		this.spark.table("t").createOrReplaceTempView("Mixed");
		assertThat(this.spark.table("mIXED").count()).isEqualTo(2);
		this.spark.table("t").createOrReplaceGlobalTempView("g");
		assertThat(this.spark.table("global_temp.g").count()).isEqualTo(2);
		assertThat(this.spark.catalog().tableExists("g")).isFalse();
		assertThat(this.spark.catalog().dropGlobalTempView("g")).isTrue();
		this.spark.table("t").write().mode(SaveMode.Append).saveAsTable("copy");
		FakeExecution write = this.fake.lastExecution();
		assertThat(write.isCommand()).isTrue();
		assertThat(write.plan()).startsWith("Save ").contains("table_name=copy", "mode=APPEND", "identifier=t");
		assertThat(this.spark.table("t").checkpoint().count()).isEqualTo(2);
	}

	@Test
	void acceptsLocalData() {
		List<String> large = Collections.nCopies(20_000, "x".repeat(100));
		this.spark.createDataFrame(large, String.class).createOrReplaceTempView("large");
		this.spark.createDataFrame(List.of(new Trip(1, "Oslo", null, List.of()))).createOrReplaceTempView("small");
		assertThat(this.fake.executions()).extracting(FakeExecution::plan)
			.allSatisfy((plan) -> assertThat(plan).startsWith("CreateView "))
			.hasSize(2);
	}

	@Test
	void runsStatementsOnce() {
		this.fake.whenSql("INSERT INTO t VALUES (1)").thenReturnNothing();
		this.spark.sql("INSERT INTO t VALUES (1)").collect();
		assertThat(this.fake.executions()).singleElement()
			.satisfies((execution) -> assertThat(execution.isCommand()).isTrue())
			.hasToString("INSERT INTO t VALUES (1)");
		this.fake.reset();
		this.fake.whenSql("SHOW TABLES").thenReturn("tableName STRING", List.of(List.of("t")));
		assertThat(this.spark.sql("SHOW TABLES").as(String.class).single()).isEqualTo("t");
		this.fake.whenSql("WITH a AS (SELECT 1) SELECT * FROM a").thenReturn(List.of(1));
		assertThat(this.spark.sql("WITH a AS (SELECT 1) SELECT * FROM a").as(Integer.class).single()).isEqualTo(1);
		assertThat(this.fake.executions()).extracting(FakeExecution::isCommand).containsExactly(true, false);
	}

	@Test
	void failsForSchemaOfStalledQuery() {
		this.fake.whenTable("t").thenStall();
		assertThatExceptionOfType(SparkException.class).isThrownBy(() -> this.spark.table("t").schema())
			.withMessageContaining("stubbed with thenStall()");
	}

	@Test
	void stallsUntilInterrupted() {
		this.fake.whenTable("t").thenStall();
		CompletableFuture<List<Row>> rows = this.spark.table("t").withTag("slow").collectAsync();
		while (this.fake.executions().isEmpty()) {
			Thread.onSpinWait();
		}
		while (this.spark.interruptTag("slow").isEmpty() && !rows.isDone()) {
			Thread.onSpinWait();
		}
		assertThat(rows).failsWithin(Duration.ofMinutes(1))
			.withThrowableThat()
			.withCauseInstanceOf(OperationCancelledException.class);
		assertThatExceptionOfType(OperationTimeoutException.class)
			.isThrownBy(() -> this.spark.table("t").withTimeout(Duration.ofMillis(50)).collect());
	}

	@Test
	void keepsConfigurationPerSession() {
		this.spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
		assertThat(this.spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Tokyo");
		assertThat(this.spark.conf().getAll()).containsOnlyKeys("spark.sql.session.timeZone");
		assertThat(this.spark.conf().getOption("other")).isEmpty();
		assertThat(this.spark.conf().get("other", "x")).isEqualTo("x");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.spark.conf().get("other"))
			.withMessageContaining("SQL_CONF_NOT_FOUND");
		try (SparkSession other = this.fake.sessionBuilder().config("app.mode", "test").build()) {
			assertThat(other.conf().getAll()).containsOnlyKeys("app.mode");
		}
	}

	@Test
	void sendsValuesOfAllTypes() {
		Instant instant = Instant.parse("2024-02-29T12:00:00.000001Z");
		this.fake.whenTable("t")
			.thenReturn(
					"i TIMESTAMP, d DECIMAL(10,2), m MAP<STRING, ARRAY<INT>>, s STRUCT<a: INT, b: STRING>, n DOUBLE",
					List.of(Arrays.asList(instant, new BigDecimal("1.50"), Map.of("k", List.of(1)), List.of(1, "b"),
							null)));
		Row row = this.spark.table("t").single();
		assertThat(row.getInstant("i")).isEqualTo(instant);
		assertThat(row.getDecimal("d")).isEqualTo(new BigDecimal("1.50"));
		assertThat(row.getMap("m")).isEqualTo(Map.of("k", List.of(1)));
		assertThat(row.getStruct("s")).hasToString("Row(a=1, b=b)");
		assertThat(row.isNullAt("n")).isTrue();
	}

	@Test
	void rejectsInvalidResponses() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> this.fake.whenTable("t").thenReturn("a INT", List.of(List.of("text"))))
			.withMessageContaining("a");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fake.whenTable("t").thenReturn(List.of()))
			.withMessageContaining("pass the class");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fake.whenTable("t").thenThrow(OtherException.class, "A", "b"));
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(this.fake::lastExecution);
	}

	/**
	 * Takes about 2 ms. The limit is generous, so that only a blocking wait exceeds it.
	 */
	@Test
	void respondsInMilliseconds() {
		for (int i = 0; i < 200; i++) {
			startAndQuery();
		}
		long begin = System.nanoTime();
		for (int i = 0; i < 50; i++) {
			startAndQuery();
		}
		Duration each = Duration.ofNanos(System.nanoTime() - begin).dividedBy(50);
		assertThat(each).isLessThan(Duration.ofMillis(500));
	}

	private static void startAndQuery() {
		try (FakeSpark fresh = new FakeSpark()) {
			fresh.whenTable("t").thenReturn(List.of(new Trip(1, "Oslo", null, List.of())));
			assertThat(fresh.session().table("t").as(Trip.class).collect()).hasSize(1);
		}
	}

	@Test
	void removesStubsAndExecutionsOnReset() {
		this.fake.whenTable("t").thenReturn(List.of(1L));
		this.spark.table("t").collect();
		this.fake.reset();
		assertThat(this.fake.executions()).isEmpty();
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.spark.table("t").collect());
	}

	record Trip(long id, @Nullable String city, @Nullable BigDecimal fare, List<String> tags) {

	}

	private static final class OtherException extends RemoteException {

		private static final long serialVersionUID = 1L;

		@SuppressWarnings("unused")
		private OtherException(RemoteError error) {
			super(error, null);
		}

	}

}
