package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.sparkex.export.CsvOptions;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.hour;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/time.md.
 */
class TimePageIntegrationTests {

	private static SparkSession open() {
		String url = TestServer.get().url();
		SparkSession spark = SparkSession.builder()
			.url(url)
			.config("spark.sql.session.timeZone", "America/New_York")
			.build();
		return spark;
	}

	@Test
	void showsTimestampsInSessionTimeZone() {
		try (SparkSession spark = open()) {
			Instant moment = Instant.parse("2024-07-01T12:00:00Z");
			Row row = spark.range(1)
				.select(lit(moment).as("moment"), lit(moment).cast("string").as("text"), hour(lit(moment)).as("hour"))
				.single();
			Instant same = row.getInstant("moment");
			String text = row.getString("text"); // 2024-07-01 08:00:00
			assertThat(same).isEqualTo(moment);
			assertThat(text).isEqualTo("2024-07-01 08:00:00");
			assertThat(row.getInt("hour")).isEqualTo(8);
			assertThat(spark.range(1).select(lit(moment)).showString(1, 0, false)).contains("2024-07-01 08:00:00");
		}
	}

	@Test
	void convertsWallClockTimeToTimestamps() {
		Instant start = LocalDateTime.of(2024, 7, 1, 8, 0).atZone(ZoneId.of("America/New_York")).toInstant();
		try (SparkSession spark = open()) {
			Instant alsoStart = spark.range(1)
				.select(lit(LocalDateTime.of(2024, 7, 1, 8, 0)).cast("timestamp"))
				.as(Instant.class)
				.single();
			assertThat(alsoStart).isEqualTo(start).isEqualTo("2024-07-01T12:00:00Z");
		}
	}

	@Test
	void selectsAndExportsDays() {
		try (SparkSession spark = open()) {
			List<List<Instant>> hours = IntStream.range(0, 72)
				.mapToObj((hour) -> List.of(Instant.parse("2024-03-09T00:00:00Z").plusSeconds(3_600L * hour)))
				.toList();
			DataFrame events = spark.createDataFrame(hours, new StructType().add("at", DataTypes.TimestampType));
			DataFrame day = events.where(to_date(col("at")).equalTo(lit(LocalDate.of(2024, 3, 10))));
			assertThat(day.count()).isEqualTo(23);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			events.writeCsv(out, CsvOptions.defaults().withTimeZone(ZoneId.of("America/New_York")));
			assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("at\r\n2024-03-08T19:00:00-05:00\r\n");
			assertThat(events.first().json()).isEqualTo("{\"at\":\"2024-03-09 00:00:00\"}");
		}
	}

}
