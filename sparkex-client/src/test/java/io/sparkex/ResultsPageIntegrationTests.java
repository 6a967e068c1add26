package io.sparkex;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.sparkex.columnar.ColumnBatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/results.md.
 */
class ResultsPageIntegrationTests {

	private static final String QUERY = "SELECT * FROM rides ORDER BY id";

	@TestSession
	private static SparkSession spark;

	record Stop(String street, Optional<Integer> number) {
	}

	record Ride(long id, BigDecimal fare, Stop pickUp, List<Stop> stops, Map<String, Double> ratings, Set<Kind> kinds) {
	}

	enum Kind {

		SHARED, NIGHT

	}

	@BeforeAll
	static void prepare() {
		spark
			.sql("SELECT CAST(id AS INT) AS id, 10.50BD + id AS fare, struct('Long' AS street, 3 AS number) AS pick_up,"
					+ " array(struct('Wide' AS street, CAST(NULL AS INT) AS number)) AS stops, map('driver', 4.5D) AS ratings,"
					+ " array('SHARED', 'NIGHT') AS kinds, 'more' AS remark FROM range(2)")
			.createOrReplaceTempView("rides");
	}

	@Test
	@SuppressWarnings("unused")
	void readsRecords() {
		List<Ride> rides = spark.sql(QUERY).as(Ride.class).collect();
		assertThat(rides).hasSize(2)
			.first()
			.isEqualTo(new Ride(0, new BigDecimal("10.50"), new Stop("Long", Optional.of(3)),
					List.of(new Stop("Wide", Optional.empty())), Map.of("driver", 4.5),
					Set.of(Kind.SHARED, Kind.NIGHT)));
		try (Stream<Ride> stream = spark.sql(QUERY).as(Ride.class).stream()) {
			BigDecimal dearest = stream.map(Ride::fare).max(Comparator.naturalOrder()).orElseThrow();
		}
		assertThat(spark.sql(QUERY).as(Ride.class).collect()).extracting(Ride::fare).contains(new BigDecimal("11.50"));
	}

	@Test
	void readsSingleValuesAndMaps() {
		List<Long> ids = spark.sql("SELECT id FROM rides").as(Long.class).collect();
		Map<?, ?> ride = spark.sql(QUERY).as(Map.class).first();
		assertThat(ids).containsExactlyInAnyOrder(0L, 1L);
		assertThat(ride.get("remark")).isEqualTo("more");
	}

	@Test
	void readsRows() {
		Row row = spark.sql(QUERY).first();
		long id = row.getLong("id");
		List<Row> stops = row.getList("stops");
		Stop pickUp = row.get("pick_up", Stop.class);
		assertThat(id).isZero();
		assertThat(stops).hasSize(1);
		assertThat(pickUp).isEqualTo(new Stop("Long", Optional.of(3)));
	}

	@Test
	void readsCompressedResults() {
		try (SparkSession spark = TestServer.session()) {
			spark.conf().set("spark.sql.execution.arrow.compression.codec", "zstd");
			assertThat(spark.range(3).as(Long.class).collect()).hasSize(3);
		}
	}

	@Test
	void readsAsynchronously() throws Exception {
		CompletableFuture<List<Ride>> rides = spark.sql(QUERY).as(Ride.class).collectAsync();
		assertThat(rides.get()).hasSize(2);
		Flow.Publisher<Ride> publisher = spark.sql(QUERY).as(Ride.class).publish();
		assertThat(publisher).isNotNull();
	}

	@Test
	void readsColumns() {
		double sum = 0;
		try (Stream<ColumnBatch> batches = spark.sql("SELECT CAST(fare AS DOUBLE) FROM rides").batches()) {
			for (ColumnBatch batch : (Iterable<ColumnBatch>) batches::iterator) {
				for (int row = 0; row < batch.rowCount(); row++) {
					sum += batch.column(0).getDouble(row);
				}
			}
		}
		assertThat(sum).isEqualTo(22);
	}

	@Test
	void limitsResults() {
		List<Ride> few = spark.sql(QUERY).as(Ride.class).maxRows(10_000).maxBytes(64 << 20).collect();
		assertThat(few).hasSize(2);
	}

	@Test
	void readsSmallResultsLocally() {
		LocalFrame rides = spark.sql(QUERY).toLocal();
		double[] fares = rides.select("id", "fare")
			.filter((row) -> row.getInt("id") > 0)
			.column("fare")
			.<BigDecimal>toList()
			.stream()
			.mapToDouble(BigDecimal::doubleValue)
			.toArray();
		System.out.println(rides.sort("fare").head(5));
		assertThat(fares).containsExactly(11.5);
		LocalFrame first = spark.sql(QUERY).toLocal(LocalLimits.defaults().withMaxRows(100).truncating());
		assertThat(first.isTruncated()).isFalse();
	}

}
