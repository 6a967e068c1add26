package io.sparkex.samples.streamingexport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Service;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Functions;
import io.sparkex.SparkSession;

import static io.sparkex.Functions.col;

/**
 * Trips of a bicycle-sharing scheme. Spark generates them deterministically from their
 * numbers: a trip begins every seven seconds from the start of 2025.
 */
@Service
class Trips {

	private static final long ROWS = 5_000_000;

	/**
	 * The number of rows per partition. It is small, since Spark sends rows by partition:
	 * small partitions arrive early and use less memory.
	 */
	private static final int ROWS_PER_PARTITION = 50_000;

	private static final String STATIONS = "array('Harbour', 'Old Town', 'Université', 'North Gate', 'Museum, East')";

	private final SparkSession spark;

	Trips(SparkSession spark) {
		this.spark = spark;
	}

	DataFrame of(TripQuery query) {
		DataFrame trips = first(Objects.requireNonNullElse(query.rows(), ROWS));
		if (query.station() != null) {
			trips = trips.filter(col("station").equalTo(query.station()));
		}
		if (query.since() != null) {
			trips = trips.filter(col("started_at").geq(query.since()));
		}
		if (query.fare() != null) {
			trips = trips.filter(col("fare").geq(query.fare()));
		}
		return (query.columns() != null) ? trips.select(columns(query.columns())) : trips;
	}

	private static Column[] columns(List<String> names) {
		return names.stream().map(Functions::col).toArray(Column[]::new);
	}

	/**
	 * Returns trips with a SQL query and named parameters, one of which is a DataFrame.
	 */
	DataFrame onDay(LocalDate day, String station, int minutes) {
		return this.spark.sql("""
				SELECT started_at, minutes, fare FROM trips
				WHERE date(started_at) = :day AND station = :station AND minutes >= :minutes""",
				Map.of("trips", first(ROWS), "day", day, "station", station, "minutes", minutes));
	}

	private DataFrame first(long rows) {
		int partitions = Math.toIntExact((rows - 1) / ROWS_PER_PARTITION + 1);
		return this.spark.range(0, rows, 1, partitions)
			.selectExpr("*", "pmod(xxhash64(id), 1000000) AS r")
			.selectExpr("id", "timestamp_seconds(1735689600 + 7 * id) AS started_at",
					STATIONS + "[int(r % 5)] AS station", "int(3 + r % 58) AS minutes",
					"CAST(1.5 + 0.12 * (3 + r % 58) AS DECIMAL(6, 2)) AS fare",
					"named_struct('member', r % 3 > 0, 'born', IF(r % 7 > 0, int(1950 + r % 57), NULL)) AS rider",
					"IF(r % 4 = 0, int(1 + r % 5), NULL) AS stars");
	}

}
