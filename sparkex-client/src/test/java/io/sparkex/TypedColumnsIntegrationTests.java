package io.sparkex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.sparkex.annotation.SnakeCase;
import io.sparkex.errors.AnalysisException;

import static io.sparkex.Functions.array_contains;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count_if;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.rank;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for typed columns on a real server, including the code of
 * {@code docs/typed-columns.md}.
 */
class TypedColumnsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@BeforeAll
	static void prepare() {
		spark.sql("""
				SELECT * FROM VALUES
					('PL', 120.5D, DATE'2026-01-02', true, 'PAID'), ('PL', 300D, DATE'2026-01-20', false, 'OPEN'),
					('PL', 40D, DATE'2026-02-01', true, 'PAID'), ('DE', 500D, DATE'2026-01-31', false, 'LATE'),
					('DE', 20D, NULL, true, 'OPEN')
				AS t(CITY, amount, day, paid, status)""").createOrReplaceTempView("trips");
	}

	private static List<Double> amounts(Column condition) {
		return spark.table("trips")
			.where(condition)
			.orderBy(col(Trip::amount))
			.select(col(Trip::amount))
			.as(Double.class)
			.collect();
	}

	@Test
	void filtersAndSorts() {
		List<Trip> trips = spark.table("trips")
			.where(col(Trip::city).eq("PL").and(col(Trip::amount).gt(100)))
			.orderBy(col(Trip::day).desc(), col(Trip::amount).asc())
			.as(Trip.class)
			.collect();
		assertThat(trips).containsExactly(new Trip("PL", 300, LocalDate.of(2026, 1, 20), false, Status.OPEN),
				new Trip("PL", 120.5, LocalDate.of(2026, 1, 2), true, Status.PAID));
	}

	@Test
	void comparesComponentsOfEachType() {
		Column large = col(Trip::amount).multiply(2).geq(new BigDecimal("99.90"));
		Column open = col(Trip::status).isin(Status.OPEN, Status.LATE).and(col(Trip::paid).not());
		Column recent = col(Trip::day).between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
		assertThat(amounts(large)).containsExactly(120.5, 300.0, 500.0);
		assertThat(amounts(open)).containsExactly(300.0, 500.0);
		assertThat(amounts(recent)).containsExactly(120.5, 300.0, 500.0);
		assertThat(amounts(col(Trip::day).isNull())).containsExactly(20.0);
		assertThat(amounts(col(Trip::city).like("D_"))).containsExactly(20.0, 500.0);
		assertThat(amounts(col(Trip::paid).and(col(Trip::status).ne(Status.PAID)))).containsExactly(20.0);
		assertThat(amounts(col(Trip::day).eqNullSafe((LocalDate) null))).containsExactly(20.0);
		assertThat(amounts(col(Trip::amount).mod(40).eq(col(Trip::amount).minus(col(Trip::amount)))))
			.containsExactly(40.0);
	}

	@Test
	void combinesWithUntypedColumnsAndFunctions() {
		DataFrame cities = spark.table("trips")
			.where(col(Trip::amount).gt(lit(10).plus(20)))
			.groupBy(col(Trip::city))
			.agg(sum(col(Trip::amount)).as("total"), count_if(col(Trip::paid)).as("paid"));
		assertThat(cities.orderBy("city").as(City.class).collect()).containsExactly(new City("DE", 500, 0),
				new City("PL", 460.5, 2));
	}

	@Test
	void specifiesWindows() {
		Column rank = rank().over(Window.partitionBy(col(Trip::city)).orderBy(col(Trip::amount).desc()));
		assertThat(spark.table("trips")
			.withColumn("rank", rank)
			.where(col("rank").equalTo(1))
			.orderBy("city")
			.select(col(Trip::amount))
			.as(Double.class)
			.collect()).containsExactly(500.0, 300.0);
	}

	@Test
	void readsStructsArraysAndMaps() {
		Column adults = col(Order::customer).get(Customer::age).geq(18);
		DataFrame orders = spark
			.sql("""
					SELECT * FROM VALUES (1, named_struct('name', 'Ada', 'age', 36)), (2, named_struct('name', 'Bo', 'age', 7))
					AS t(id, customer)""");
		assertThat(orders.where(adults).select("id").as(Integer.class).collect()).containsExactly(1);
		DataFrame bags = spark.sql("SELECT array('a', 'b') AS tags, map('x', 1) AS counts");
		assertThat(bags
			.where(col(Bag::tags).getItem(1)
				.equalTo("b")
				.and(col(Bag::counts).getItem("x").equalTo(1))
				.and(array_contains(col(Bag::tags), "a")))
			.count()).isEqualTo(1);
	}

	@Test
	void findsColumnsInSnakeCase() {
		Column tipped = col(Ride::tipAmount).gt(0);
		DataFrame rides = spark.sql("SELECT * FROM VALUES ('Rome', 1.5D), ('Oslo', 0D) AS t(pickup_city, tip_amount)");
		assertThat(rides.where(tipped).as(Ride.class).collect()).containsExactly(new Ride("Rome", 1.5));
	}

	@Test
	void namesColumnsAfterBeanGetters() {
		DataFrame cars = spark.sql("SELECT * FROM VALUES ('Fiat', false), ('Audi', true) AS t(maker, sold)");
		assertThat(cars.where(col(Car::isSold)).select(col(Car::getMaker)).as(String.class).collect())
			.containsExactly("Audi");
		assertThat(cars.where(col(Car::isSold).and(col(Car::getMaker).startsWith("F"))).count()).isZero();
	}

	@Test
	void letsServerReportMissingColumns() {
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.table("trips").where(col(Order::customer).isNull()).count())
			.withMessageContaining("customer");
	}

	private enum Status {

		OPEN, LATE, PAID

	}

	private record Trip(String city, double amount, LocalDate day, boolean paid, Status status) {

	}

	private record City(String city, double total, long paid) {

	}

	private record Customer(String name, int age) {

	}

	private record Order(int id, Customer customer) {

	}

	private record Bag(List<String> tags, Map<String, Integer> counts) {

	}

	@SnakeCase
	private record Ride(String pickupCity, double tipAmount) {

	}

	private static final class Car {

		String getMaker() {
			return "";
		}

		boolean isSold() {
			return false;
		}

	}

}
