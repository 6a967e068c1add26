package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/exporting.md.
 */
class ExportingPageIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static DataFrame trips;

	@BeforeAll
	static void prepare() {
		trips = spark.sql("SELECT 9007199254740993L AS id, 'Łódź; =A1' AS city, 1.50BD AS fare, NULL AS tip,"
				+ " TIMESTAMP'2024-07-01 10:00:00Z' AS start");
	}

	@Test
	void writesFiles(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("trips.csv");
		try (OutputStream out = Files.newOutputStream(file)) {
			trips.writeCsv(out);
		}
		assertThat(Files.readString(file))
			.isEqualTo("id,city,fare,tip,start\r\n9007199254740993,Łódź; =A1,1.50,,2024-07-01T10:00:00Z\r\n");
	}

	@Test
	void writesResponses() {
		Response response = new Response();
		response.setContentType("application/x-ndjson");
		trips.writeNdjson(response.getOutputStream());
		assertThat(response.out)
			.hasToString("{\"id\":9007199254740993,\"city\":\"Łódź; =A1\",\"fare\":1.50,\"tip\":null,"
					+ "\"start\":\"2024-07-01T10:00:00Z\"}\n");
	}

	@Test
	@SuppressWarnings("StringConcatToTextBlock")
	void appliesOptions() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		trips.writeCsv(out,
				CsvOptions.defaults().withDelimiter(';').withNullText("NULL").withTimeZone(ZoneId.of("Europe/Paris")));
		assertThat(out).hasToString("id;city;fare;tip;start\r\n"
				+ "9007199254740993;\"Łódź; =A1\";1.50;NULL;2024-07-01T12:00:00+02:00\r\n");
		out.reset();
		trips.writeCsv(out, CsvOptions.defaults().withByteOrderMark(true).withEscapeFormulas(true));
		assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFid,").contains(",Łódź; =A1,");
		out.reset();
		trips.writeJson(out,
				JsonOptions.defaults().withNullFields(false).withLongsAsStrings(true).withDecimalsAsStrings(true));
		assertThat(out.toString(StandardCharsets.UTF_8).strip())
			.isEqualTo("[{\"id\":\"9007199254740993\",\"city\":\"Łódź; =A1\","
					+ "\"fare\":\"1.50\",\"start\":\"2024-07-01T10:00:00Z\"}]");
	}

	@Test
	void writesArrow() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		trips.writeArrow(out);
		assertThat(spark.createDataFrame(out.toByteArray()).drop("tip").collect())
			.isEqualTo(trips.drop("tip").collect());
		assertThat(List.of(trips.columns())).hasSize(5);
	}

	@Test
	void readsVectors() throws IOException {
		long rows = 0;
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(trips, allocator)) {
			while (reader.loadNextBatch()) {
				rows += reader.getVectorSchemaRoot().getRowCount();
			}
		}
		assertThat(rows).isEqualTo(1);
	}

	/**
	 * Stand-in for the response of a web framework.
	 */
	private static final class Response {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		void setContentType(String type) {
			assertThat(type).isNotBlank();
		}

		OutputStream getOutputStream() {
			return this.out;
		}

	}

}
