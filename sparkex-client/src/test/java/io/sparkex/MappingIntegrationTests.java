package io.sparkex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.MappingException;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the mapping of rows with arrays, maps and structs to records, beans, maps and
 * single values.
 */
class MappingIntegrationTests {

	@TestSession(config = "spark.sql.timeType.enabled=true")
	private static SparkSession spark;

	enum Unit {

		PIECE, KILO

	}

	record Item(String sku, BigDecimal price, Optional<Integer> count, Unit unit) {

	}

	record Customer(UUID id, String name, @Nullable Customer referredBy) {

	}

	record Order(long id, Customer customer, List<Item> items, Map<String, Optional<List<@Nullable Long>>> readings,
			Set<Unit> units, Optional<List<LocalDate>> days, Collection<Optional<String>> notes) {

	}

	private static final String ORDERS = "SELECT id, struct('00112233-4455-6677-8899-aabbccddeeff' AS id, 'Ann' AS name,"
			+ " IF(id = 0, NULL, struct('ffffffff-4455-6677-8899-aabbccddeeff' AS id, 'Bob' AS name, NULL AS referred_by))"
			+ " AS referred_by) AS customer,"
			+ " array(struct('a' AS SKU, 1.50 AS price, 2 AS `count`, 'KILO' AS unit),"
			+ " struct('b' AS SKU, 2.00 AS price, NULL AS `count`, 'PIECE' AS unit)) AS items,"
			+ " map('t', array(1L, NULL), 'u', NULL) AS readings, array('KILO', 'PIECE', 'KILO') AS units,"
			+ " IF(id = 0, NULL, array(DATE'2024-02-29')) AS days, array('x', NULL) AS notes FROM range(2)";

	private static Order order(long id) {
		Customer bob = new Customer(UUID.fromString("ffffffff-4455-6677-8899-aabbccddeeff"), "Bob", null);
		Map<String, Optional<List<@Nullable Long>>> readings = new LinkedHashMap<>();
		readings.put("t", Optional.of(Arrays.asList(1L, null)));
		readings.put("u", Optional.empty());
		return new Order(id,
				new Customer(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), "Ann", (id == 0) ? null : bob),
				List.of(new Item("a", new BigDecimal("1.50"), Optional.of(2), Unit.KILO),
						new Item("b", new BigDecimal("2.00"), Optional.empty(), Unit.PIECE)),
				readings, Set.of(Unit.KILO, Unit.PIECE),
				(id == 0) ? Optional.empty() : Optional.of(List.of(LocalDate.of(2024, 2, 29))),
				List.of(Optional.of("x"), Optional.empty()));
	}

	@Test
	void mapsNestedRecordsAndCollections() {
		List<Order> orders = spark.sql(ORDERS).orderBy("id").as(Order.class).collect();
		assertThat(orders).containsExactly(order(0), order(1));
		assertThat(orders.get(0).units()).containsExactly(Unit.KILO, Unit.PIECE);
		assertThat(orders.get(0).items()).isUnmodifiable();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> orders.get(0).readings().remove("t"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> orders.get(0).units().remove(Unit.KILO));
	}

	@Test
	void mapsPartsOfRows() {
		Row row = spark.sql(ORDERS).orderBy("id").as("o").take(1).get(0);
		assertThat(row.get("customer", Customer.class)).isEqualTo(order(0).customer());
		assertThat(row.get("items", Item[].class)).containsExactlyElementsOf(order(0).items());
		assertThat(row.get("customer", Row.class)).isEqualTo(row.getStruct("customer"));
		assertThat(row.detached().get("items", Item[].class)).containsExactlyElementsOf(order(0).items());
		assertThat(row.get("days", LocalDate[].class)).isNull();
	}

	@SuppressWarnings("ArrayRecordComponent")
	record Arrays2(int[] ints, long[] longs, double[][] doubles, boolean[] flags, byte[] bytes, byte[] tinies,
			String[] texts, Optional<Row>[] rows) {

	}

	@Test
	void mapsToArrays() {
		Arrays2 arrays = spark
			.sql("SELECT array(1, 2) AS ints, array(3, 4L) AS longs, array(array(1.5F, 2D), array()) AS doubles,"
					+ " array(true, false) AS flags, X'0102' AS bytes, array(3Y, 4Y) AS tinies, array('x', NULL) AS texts,"
					+ " array(struct(1 AS a), NULL) AS rows")
			.as(Arrays2.class)
			.single();
		assertThat(arrays.ints()).containsExactly(1, 2);
		assertThat(arrays.longs()).containsExactly(3, 4);
		assertThat(arrays.doubles()).isDeepEqualTo(new double[][] { { 1.5, 2 }, {} });
		assertThat(arrays.flags()).containsExactly(true, false);
		assertThat(arrays.bytes()).containsExactly(1, 2);
		assertThat(arrays.tinies()).containsExactly(3, 4);
		assertThat(arrays.texts()).containsExactly("x", null);
		assertThat(arrays.rows()[0].orElseThrow().getInt("a")).isOne();
		assertThat(arrays.rows()[1]).isEmpty();
	}

	@Test
	void reportsNullElementOfPrimitiveArray() {
		Results<int[]> results = spark.sql("SELECT array(1, NULL) AS numbers").as(int[].class);
		assertThatExceptionOfType(MappingException.class).isThrownBy(results::single)
			.withMessage("The column 'numbers.element' is null in a row, which a value of type int cannot hold; use its"
					+ " wrapper class or an Optional");
		record Point(int x) {
		}
		record Line(List<Point> points) {
		}
		Results<Line> lines = spark.sql("SELECT array(struct(1 AS x), struct(CAST(NULL AS INT) AS x)) AS points")
			.as(Line.class);
		assertThatExceptionOfType(MappingException.class).isThrownBy(lines::single)
			.withMessageContaining("'points.element.x' is null")
			.withMessageContaining("the component 'x' of Point");
	}

	public static class Shop {

		private String name = "";

		private int openHour;

		private boolean open;

		private @Nullable List<Item> items;

		private @Nullable Shop parent;

		protected Shop() {
		}

		public void setName(String name) {
			this.name = name;
		}

		public void setOpenHour(int openHour) {
			this.openHour = openHour;
		}

		public void setOpen(boolean open) {
			this.open = open;
		}

		public void setItems(@Nullable List<Item> items) {
			this.items = items;
		}

		public void setParent(@Nullable Shop parent) {
			this.parent = parent;
		}

	}

	@Test
	void mapsToBeans() {
		Shop shop = spark
			.sql("SELECT 'Corner' AS name, 8S AS open_hour, true AS open, NULL AS ignored,"
					+ " array(struct('a' AS sku, 1.50 AS price, 2 AS `count`, 'KILO' AS unit)) AS items,"
					+ " struct('Main' AS name, 9 AS open_hour, false AS open, NULL AS items, NULL AS parent) AS parent")
			.as(Shop.class)
			.single();
		assertThat(shop.name).isEqualTo("Corner");
		assertThat(shop.openHour).isEqualTo(8);
		assertThat(shop.open).isTrue();
		assertThat(shop.items).containsExactly(order(0).items().get(0));
		Shop parent = Objects.requireNonNull(shop.parent);
		assertThat(parent.name).isEqualTo("Main");
		assertThat(parent.items).isNull();
		assertThat(parent.parent).isNull();
	}

	@Test
	@SuppressWarnings("rawtypes")
	void mapsToMaps() {
		Map row = spark.sql("SELECT 1 AS b, 'x' AS a, array(1, NULL) AS l, CAST(NULL AS INT) AS n")
			.as(Map.class)
			.single();
		assertThat(row.keySet()).hasToString("[b, a, l, n]");
		assertThat(row.get("b")).isEqualTo(1);
		assertThat(row.get("l")).isEqualTo(Arrays.asList(1, null));
		assertThat(row.get("n")).isNull();
		record Holder(Map<String, Object> any, Map<String, Optional<Long>> counts, Map<Integer, Row> rows) {
		}
		Holder holder = spark
			.sql("SELECT struct(1 AS x, struct(2 AS z) AS y) AS any, struct(1 AS x, NULL AS y) AS counts,"
					+ " map(1S, struct(5 AS a)) AS rows")
			.as(Holder.class)
			.single();
		assertThat(holder.any()).containsEntry("x", 1)
			.hasEntrySatisfying("y", (y) -> assertThat(y).hasToString("Row(z=2)"));
		assertThat(holder.counts()).containsExactly(Map.entry("x", Optional.of(1L)), Map.entry("y", Optional.empty()));
		assertThat(Objects.requireNonNull(holder.rows().get(1)).getInt("a")).isEqualTo(5);
	}

	record Spans(Duration dayTime, Period yearMonth, CalendarInterval calendar, LocalTime time, Variant variant,
			BigInteger big, List<Variant> variants) {

	}

	@Test
	void mapsIntervalsTimesAndVariants() {
		Spans spans = spark.sql(
				"SELECT INTERVAL '1' DAY AS day_time, INTERVAL '2' YEAR AS year_month, make_interval(0, 1) AS calendar,"
						+ " TIME'01:02:03' AS time, parse_json('[1]') AS variant, CAST(5 AS DECIMAL(38,0)) AS big,"
						+ " array(parse_json('2')) AS variants")
			.as(Spans.class)
			.single();
		assertThat(spans.dayTime()).isEqualTo(Duration.ofDays(1));
		assertThat(spans.yearMonth()).isEqualTo(Period.ofYears(2));
		assertThat(spans.calendar()).isEqualTo(new CalendarInterval(1, 0, 0));
		assertThat(spans.time()).isEqualTo(LocalTime.of(1, 2, 3));
		assertThat(spans.variant()).hasToString("[1]");
		assertThat(spans.big()).isEqualTo(5);
		assertThat(spans.variants()).hasToString("[2]");
	}

	@Test
	void mapsToSingleValues() {
		assertThat(spark.range(3).as(Long.class).collect()).containsExactly(0L, 1L, 2L);
		assertThat(spark.sql("SELECT 'KILO'").as(Unit.class).single()).isEqualTo(Unit.KILO);
		assertThat(spark.sql("SELECT '00112233-4455-6677-8899-AABBCCDDEEFF'").as(UUID.class).single())
			.hasToString("00112233-4455-6677-8899-aabbccddeeff");
		assertThat(spark.sql("SELECT array(1, 2)").as(long[].class).single()).containsExactly(1, 2);
		assertThat(spark.sql("SELECT X'01'").as(byte[].class).single()).containsExactly(1);
		for (String damaged : List.of("x", "1-1-1-1-1")) {
			Results<UUID> results = spark.sql("SELECT '" + damaged + "' AS id").as(UUID.class);
			assertThatExceptionOfType(MappingException.class).isThrownBy(results::single)
				.withMessage("The column 'id' holds '" + damaged + "', which is not a UUID");
		}
	}

	record Narrow(List<Integer> ids) {

	}

	@Test
	void rejectsNarrowingOfElementsWithoutRows() {
		for (int rows : new int[] { 0, 1 }) {
			Results<Narrow> results = spark.range(rows).selectExpr("array(id) AS ids").as(Narrow.class);
			assertThatExceptionOfType(MappingException.class).isThrownBy(results::collect)
				.withMessage(
						"The column 'ids.element' of type bigint does not fit the component 'ids' of Narrow of type"
								+ " Integer, since values could be lost; change that type, or cast the column");
		}
	}

}
