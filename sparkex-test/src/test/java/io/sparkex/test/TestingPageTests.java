package io.sparkex.test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.OperationTimeoutException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static io.sparkex.test.SparkAssertions.assertThat;
import static io.sparkex.test.SparkAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that run the code of {@code docs/testing.md} that does not use Spring.
 */
class TestingPageTests {

	@Test
	void runsQueryInProcess() {
		try (FakeSpark fake = new FakeSpark()) {
			fake.whenSql("SELECT * FROM trips WHERE day = :day").thenReturn(List.of(new Trip(1, "Oslo", 12.5)));

			List<Trip> trips = new Trips(fake.session()).of(LocalDate.of(2024, 7, 1));

			assertThat(trips).containsExactly(new Trip(1, "Oslo", 12.5));
			assertThat(fake.lastExecution().named()).containsEntry("day", LocalDate.of(2024, 7, 1));
		}
	}

	@Test
	void stubsOtherQueries() {
		try (FakeSpark fake = new FakeSpark()) {
			SparkSession spark = fake.session();
			fake.whenTable("trips").thenReturn(Trip.class, List.of());
			fake.whenSql("SHOW TABLES")
				.thenReturn("namespace STRING, tableName STRING", List.of(List.of("default", "trips")));
			fake.whenSql("INSERT INTO audit VALUES (:user)").thenReturnNothing();
			fake.when((plan) -> plan.contains("Filter") && plan.contains("identifier=trips")).thenReturn(List.of(3L));
			assertThat(spark.table("trips").isEmpty()).isTrue();
			assertThat(spark.sql("SHOW TABLES")).hasCount(1);
			spark.sql("INSERT INTO audit VALUES (:user)", Map.of("user", "ann"));
			assertThat(spark.table("trips").filter("km > 3")).containsExactlyRows(3);
		}
	}

	@Test
	void failsAndStalls() {
		try (FakeSpark fake = new FakeSpark()) {
			SparkSession spark = fake.session();
			fake.whenTable("trips")
				.thenThrow(AnalysisException.class, "TABLE_OR_VIEW_NOT_FOUND", "Table trips not found.");
			fake.whenTable("slow").thenStall();
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> spark.table("trips").collect());
			assertThatExceptionOfType(OperationTimeoutException.class)
				.isThrownBy(() -> spark.table("slow").withTimeout(Duration.ofMillis(100)).collect());
		}
	}

	@Test
	void comparesRows() {
		try (FakeSpark fake = new FakeSpark()) {
			fake.whenTable("totals")
				.thenReturn("city STRING, total DECIMAL(10,2), km DOUBLE",
						List.of(List.of("Oslo", new BigDecimal("20.00"), 0.1 + 0.2),
								List.of("Rome", new BigDecimal("7.50"), 4.0)));
			DataFrame totals = fake.session().table("totals");
			assertThat(totals).hasSchema("city STRING, total DECIMAL(10,2), km DOUBLE")
				.withTolerance(1e-9)
				.containsExactlyRowsInAnyOrder(List.of("Rome", 7.5, 4), List.of("Oslo", 20, 0.3));
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> assertThat(totals).withTolerance(1e-9)
					.containsExactlyRows(List.of("Oslo", 20, 0.3), List.of("Rome", 7.6, 4)))
				.withMessageContaining("""
						  | city | total | km                  |
						  | Oslo | 20.00 | 0.30000000000000004 |
						- | Rome | 7.6   | 4                   |
						+ | Rome | 7.50  | 4.0                 |
						  2 rows found, 2 expected""");
		}
	}

	@Test
	void comparesPlans() {
		SparkSession spark = SparkSession.builder().url("sc://localhost").build();
		DataFrame totals = spark.table("trips").filter(col("km").gt(3)).groupBy("city").agg(sum("fare").as("total"));
		assertThatPlan(totals).usesOnlyTables("trips").hasPlan("""
				Aggregate type=GROUP_BY keys=[city] aggregates=[sum(fare) AS total]
				Filter condition=(km > 3)
				NamedTable identifier=trips
				""");
		spark.close();
	}

	record Trip(long id, String city, double fare) {

	}

	/**
	 * The code under test.
	 */
	private record Trips(SparkSession spark) {

		List<Trip> of(LocalDate day) {
			return this.spark.sql("SELECT * FROM trips WHERE day = :day", Map.of("day", day)).as(Trip.class).collect();
		}

	}

}
