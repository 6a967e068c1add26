package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the export of results as JSON and CSV on real servers.
 */
class ExportIntegrationTests {

	private static final String ALL_TYPES = "SELECT true AS b, -1Y AS i8, -2S AS i16, 3 AS i32, 4L AS i64, 0.5F AS f,"
			+ " double('NaN') AS d, 1.25BD AS n, 'zł, \"x\"' AS s, CAST('c' AS CHAR(3)) AS ch, CAST('v' AS VARCHAR(3)) AS vc,"
			+ " X'00FF' AS bin, DATE'1500-02-03' AS day, TIMESTAMP'2024-07-01 12:00:00.5' AS ts,"
			+ " TIMESTAMP_NTZ'2024-07-01 12:00:00' AS ntz, INTERVAL '1 02:03:04.5' DAY TO SECOND AS dt,"
			+ " INTERVAL '-1-2' YEAR TO MONTH AS ym, make_interval(1, 2, 0, 3, 4) AS ci, parse_json('{\"k\": [1, null]}') AS v,"
			+ " NULL AS nothing, array(1, NULL) AS a, map('k', DATE'2024-01-01') AS m, map(1, array('x')) AS m2,"
			+ " struct(1 AS x, struct(NULL AS z) AS y) AS st, CAST(X'61FF' AS STRING) AS bad";

	private static final String ALL_AS_JSON = "{\"b\":true,\"i8\":-1,\"i16\":-2,\"i32\":3,\"i64\":4,\"f\":0.5,\"d\":\"NaN\","
			+ "\"n\":1.25,\"s\":\"zł, \\\"x\\\"\",\"ch\":\"c\",\"vc\":\"v\",\"bin\":\"AP8=\",\"day\":\"1500-02-03\","
			+ "\"ts\":\"2024-07-01T12:00:00.500Z\",\"ntz\":\"2024-07-01T12:00:00\",\"dt\":\"PT26H3M4.5S\","
			+ "\"ym\":\"P-1Y-2M\",\"ci\":\"P1Y2M3DT4H\",\"v\":{\"k\":[1,null]},\"nothing\":null,\"a\":[1,null],"
			+ "\"m\":{\"k\":\"2024-01-01\"},\"m2\":[{\"key\":1,\"value\":[\"x\"]}],\"st\":{\"x\":1,\"y\":{\"z\":null}},"
			+ "\"bad\":\"a\uFFFD\"}\n";

	private static final JsonMapper MAPPER = new JsonMapper();

	@TestSession(config = "spark.sql.session.timeZone=UTC")
	private static SparkSession spark;

	private static String text(Consumer<OutputStream> format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.accept(out);
		return out.toString(StandardCharsets.UTF_8);
	}

	private static String ndjson(DataFrame df, JsonOptions options) {
		return text((out) -> df.writeNdjson(out, options));
	}

	private static String csv(DataFrame df) {
		return text((out) -> df.writeCsv(out, CsvOptions.defaults()));
	}

	@Test
	void writesEveryTypeAsJson() {
		assertThat(ndjson(spark.sql(ALL_TYPES), JsonOptions.defaults())).isEqualTo(ALL_AS_JSON);
	}

	@Test
	void writesEveryTypeAsCsv() throws IOException {
		JsonNode json = MAPPER.readTree(ALL_AS_JSON);
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(csv(spark.sql(ALL_TYPES)), format)) {
			List<CSVRecord> records = parser.getRecords();
			assertThat(records).hasSize(1);
			assertThat(parser.getHeaderNames()).containsExactlyElementsOf(json.propertyNames());
			json.properties().forEach((member) -> {
				JsonNode value = member.getValue();
				String cell = records.get(0).get(member.getKey());
				assertThat(cell).as(member.getKey())
					.isEqualTo(value.isContainer() ? value.toString() : value.isNull() ? "" : value.asString());
			});
		}
	}

	@Test
	void writesResultsWithoutRowsOrColumns() {
		DataFrame none = spark.range(3).where("id > 5");
		assertThat(text((out) -> none.writeJson(out, JsonOptions.defaults()))).isEqualTo("[]");
		assertThat(csv(none)).isEqualTo("id\r\n");
		assertThat(ndjson(spark.range(2).drop("id"), JsonOptions.defaults())).isEqualTo("{}\n{}\n");
	}

	@Test
	void exportsManyRowsLikeServer() {
		DataFrame rows = spark.range(100_000)
			.selectExpr("id", "id * 0.25D AS quarter", "rand(7) AS any", "float(rand(8)) AS some",
					"concat('\"\\\\\\n', repeat('é', int(id % 50))) AS text",
					"IF(id % 3 = 0, NULL, timestamp_micros(id * 86400123457 - 9000000000000000)) AS at",
					"array(id, NULL) AS ids", "CAST(id * 1000000007 AS DECIMAL(30, 9)) AS exact");
		DataFrame both = rows.selectExpr("*", "to_json(struct(*), map('ignoreNullFields', 'false',"
				+ " 'timestampFormat', \"yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX\")) AS json");
		List<String> lines = ndjson(both, JsonOptions.defaults()).lines().toList();
		assertThat(lines).hasSize(100_000).allSatisfy((line) -> {
			JsonNode row = MAPPER.readTree(line);
			JsonNode expected = MAPPER.readTree(row.get("json").asString());
			for (String name : expected.propertyNames()) {
				JsonNode value = row.get(name);
				if (name.equals("at") && !value.isNull()) {
					assertThat(Instant.parse(value.asString())).isEqualTo(Instant.parse(expected.get(name).asString()));
				}
				else {
					assertThat(value).as(name).isEqualTo(expected.get(name));
				}
			}
		});
	}

	@Test
	void writesTimestampsInTimeZone() {
		JsonOptions options = JsonOptions.defaults().withTimeZone(ZoneId.of("Europe/Warsaw"));
		assertThat(ndjson(spark.sql("SELECT TIMESTAMP'2024-07-01 12:00:00' AS ts"), options))
			.isEqualTo("{\"ts\":\"2024-07-01T14:00:00+02:00\"}\n");
	}

	@Test
	void writesTypesOfNewerServers() {
		try (SparkSession newer = SparkSession.builder()
			.url(TestServer.get("4.2.0").url())
			.config("spark.sql.geospatial.enabled", "true")
			.config("spark.sql.timeType.enabled", "true")
			.build()) {
			DataFrame df = newer.sql("SELECT st_geogfromwkb(X'0101000000000000000000F03F0000000000000040') AS g,"
					+ " TIME'12:34:56.789' AS t");
			assertThat(ndjson(df, JsonOptions.defaults()))
				.isEqualTo("{\"g\":{\"srid\":4326,\"wkb\":\"AQEAAAAAAAAAAADwPwAAAAAAAABA\"},\"t\":\"12:34:56.789\"}\n");
		}
	}

	@Test
	void stopsQueryIfWritingFails() {
		OutputStream broken = new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("Broken pipe");
			}

		};
		DataFrame many = spark.range(1_000_000);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> many.writeCsv(broken))
			.satisfies((ex) -> assertThat(Objects.requireNonNull(ex.getCause())).hasMessage("Broken pipe"));
		assertThat(csv(spark.range(1))).isEqualTo("id\r\n0\r\n");
	}

}
