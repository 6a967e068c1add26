package io.sparkex.test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;

import static io.sparkex.Functions.col;
import static io.sparkex.test.SparkAssertions.assertThat;
import static io.sparkex.test.SparkAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkAssertions}.
 */
class SparkAssertionsTests {

	private final FakeSpark fake = new FakeSpark();

	private final SparkSession spark = this.fake.session();

	@AfterEach
	void close() {
		this.fake.close();
	}

	private DataFrame trips() {
		this.fake.whenTable("trips")
			.thenReturn("id BIGINT NOT NULL, city STRING, fare DECIMAL(10,2), km DOUBLE",
					List.of(Arrays.asList(1L, "Oslo", new BigDecimal("12.50"), 0.1 + 0.2),
							Arrays.asList(2L, null, null, Double.NaN)));
		return this.spark.table("trips");
	}

	@Test
	void comparesRowsInAnyRepresentation() {
		Object nothing = new @Nullable Object[] { 2, null, null, Double.NaN };
		assertThat(trips()).withTolerance(1e-9)
			.containsExactlyRows(List.of(1, "Oslo", new BigDecimal("12.5"), 0.3), nothing)
			.containsExactlyRowsInAnyOrder(nothing, new Trip(1, "Oslo", new BigDecimal("12.500"), 0.3))
			.containsRows((Object) new Object[] { 1L, City.Oslo, 12.5, 0.3 })
			.containsRows(trips().first())
			.hasCount(2)
			.isNotEmpty();
		assertThat(trips().as(Trip.class)).withTolerance(1e-9)
			.containsRows(new Trip(1, "Oslo", new BigDecimal("12.5"), 0.3));
	}

	@Test
	void runsTheQueryOncePerChain() {
		DataFrame trips = trips();
		assertThat(trips).hasCount(2).isNotEmpty().hasColumns("id", "city", "fare", "km").rows().hasSize(2);
		assertThat(this.fake.executions()).hasSize(1);
	}

	@Test
	void comparesNestedValues() {
		Instant instant = Instant.parse("2024-07-01T10:00:00Z");
		this.fake.whenTable("nested")
			.thenReturn("a ARRAY<INT>, m MAP<STRING, DOUBLE>, s STRUCT<x: INT, y: STRING>, t TIMESTAMP, b BINARY",
					List.of(List.of(List.of(1, 2), Map.of("k", 0.5), List.of(1, "y"), instant, new byte[] { 1 })));
		OffsetDateTime sameMoment = OffsetDateTime.parse("2024-07-01T12:00:00+02:00");
		assertThat(this.spark.table("nested"))
			.containsExactlyRows(List.of(new int[] { 1, 2 }, Map.of("k", 0.5f), Map.of("x", 1L, "y", "y"), sameMoment,
					new byte[] { 1 }))
			.containsExactlyRows(List.of(List.of(1, 2), Map.of("k", 0.5), List.of(1, "y"), instant, new byte[] { 1 }));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.spark.table("nested"))
				.containsRows(List.of(List.of(1, 3), Map.of(), List.of(1, "y"), instant, new byte[] { 1 })))
			.withMessageContaining("- | [1, 3] | {}");
	}

	@Test
	void acceptsSingleValues() {
		this.fake.whenTable("n").thenReturn(List.of(3L, 1L));
		assertThat(this.spark.table("n")).containsExactlyRowsInAnyOrder(1, 3);
		assertThat(this.spark.table("n").as(Long.class)).containsExactlyRows(3, 1);
		this.fake.whenTable("lists").thenReturn("xs ARRAY<INT>", List.of(List.of(List.of(1, 2))));
		assertThat(this.spark.table("lists")).containsExactlyRows(List.of(List.of(1, 2)));
	}

	@Test
	void marksMissingAndUnexpectedRows() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(trips().as(Trip.class)).as("trips")
				.withTolerance(1)
				.containsExactlyRows(new Trip(1, "Oslo", new BigDecimal("12.5"), 0), new Trip(2, "Rome", null, 0)))
			.withMessageContaining("[trips]")
			.withMessageContaining("  | id | city | fare")
			.withMessageContaining("  | 1  | Oslo | 12.50")
			.withMessageContaining("- | 2  | Rome | null")
			.withMessageContaining("+ | 2  | null | null")
			.withMessageContaining("2 rows found, 2 expected");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(trips()).hasCount(3))
			.withMessageContaining("Expecting 3 rows but there are 2:")
			.withMessageContaining("| Oslo |");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(trips()).containsExactlyRowsInAnyOrder(trips().first()))
			.withMessageContaining("+ | 2");
	}

	@Test
	void comparesOrderCountAndValues() {
		this.fake.whenTable("n").thenReturn(List.of(1.0, 2.0));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.spark.table("n")).containsExactlyRows(2, 1));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.spark.table("n")).containsRows(1.001));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.spark.table("n")).containsExactlyRowsInAnyOrder(1, 1));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.spark.table("n").limit(0)).isNotEmpty());
	}

	@Test
	void comparesSchemas() {
		assertThat(trips()).hasSchema("id BIGINT, city STRING, fare DECIMAL(10,2), km DOUBLE")
			.hasSchema("id bigint not null, city string, fare decimal(10, 2), km double");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(trips()).hasSchema("id BIGINT, city STRING NOT NULL, fare INT, km DOUBLE"))
			.withMessageContaining("Expecting the schema")
			.withMessageContaining("  fare INT")
			.withMessageContaining("  fare DECIMAL(10,2)");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(trips()).hasColumns("id"))
			.withMessageContaining("[id, city, fare, km]");
	}

	@Test
	void limitsFetchedRows() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(trips()).withMaxRows(1).hasCount(2))
			.withMessageContaining("withMaxRows(..)");
		assertThat(trips()).withMaxRows(1).isNotEmpty();
	}

	@Test
	void acceptsNullRows() {
		this.fake.whenTable("n").thenReturn("name STRING", List.of(List.of("a"), Collections.singletonList(null)));
		DataFrame names = this.spark.table("n");
		assertThat(names).containsExactlyRows("a", null)
			.containsExactlyRowsInAnyOrder(null, "a")
			.containsExactlyRowsOf(Arrays.asList("a", null))
			.containsExactlyRowsInAnyOrderOf(Arrays.asList(null, "a"));
	}

	@Test
	void unwrapsOptionals() {
		this.fake.whenTable("n").thenReturn("id INT, city STRING", List.of(List.of(1, "Oslo"), Arrays.asList(2, null)));
		assertThat(this.spark.table("n")).containsExactlyRows(new Stop(1, Optional.of("Oslo")),
				new Stop(2, Optional.empty()));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.spark.table("n"))
			.containsExactlyRows(new Stop(1, Optional.empty()), new Stop(2, Optional.empty())));
	}

	@Test
	void findsMaximumMatchingWithTolerance() {
		this.fake.whenTable("n").thenReturn(List.of(1.0, 1.4, 5.0));
		DataFrame numbers = this.spark.table("n");
		assertThat(numbers).withTolerance(0.4 + 1e-9).containsExactlyRowsInAnyOrder(1.3, 0.9, 5.0);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(
					() -> assertThat(numbers).withTolerance(0.4 + 1e-9).containsExactlyRowsInAnyOrder(1.3, 2.0, 5.0))
			.withMessageContaining("- | 2.0");
	}

	@Test
	void keepsNumbersInQuotedText() {
		DataFrame frame = this.spark.table("orders").filter(col("ref").equalTo("it's order #42"));
		assertThatPlan(frame).contains("'it\\'s order #42'").hasPlan(frame.planString());
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatPlan(frame).contains("'it\\'s order #43'"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThatPlan(frame).hasPlan(frame.planString().replace("#42", "#43")));
	}

	@Test
	void comparesPlansWithoutAServer() {
		try (SparkSession offline = SparkSession.builder().url("sc://localhost:1").build()) {
			DataFrame frame = offline.table("trips")
				.join(offline.table("cities"), "city")
				.filter(col("fare").gt(10))
				.limit(3);
			assertThatPlan(frame).hasPlan("""
					Limit rows=3
					Filter condition=(fare > 10)
					Join type=INNER using=[city]
					  NamedTable identifier=trips
					  NamedTable identifier=cities
					""")
				.hasPlan(frame.planString())
				.contains("Filter condition=(fare > 10)")
				.doesNotContain("Sort")
				.usesTable("cities")
				.usesOnlyTables("cities", "trips");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThatPlan(frame).usesTable("city"))
				.withMessageContaining("but it reads [trips, cities]");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThatPlan(frame).hasPlan("Limit"))
				.withMessageContaining("  Filter condition=(fare > 10)");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThatPlan(frame).contains("Sort"));
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> assertThatPlan(frame).doesNotContain("Limit"));
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> assertThatPlan(frame).usesOnlyTables("trips"));
		}
	}

	record Trip(long id, @Nullable String city, @Nullable BigDecimal fare, double km) {

	}

	private enum City {

		Oslo

	}

	record Stop(int id, Optional<String> city) {

	}

}
