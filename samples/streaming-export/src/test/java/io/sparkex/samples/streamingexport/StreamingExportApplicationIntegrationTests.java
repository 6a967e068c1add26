package io.sparkex.samples.streamingexport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

import io.sparkex.ArrowReaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with downloads from the running application. Application and tests run together
 * in a heap of 128 MB.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StreamingExportApplicationIntegrationTests {

	private static final int ROWS = 3_000_000;

	private static final String ALL = "/trips?rows=" + ROWS;

	private static final String FIRST_CSV = """
			0,2025-01-01T00:00:00Z,North Gate,17,3.54,"{""member"":true,""born"":null}",4""";

	private static final String LAST_CSV = """
			2999999,2025-09-01T01:19:53Z,Université,44,6.78,"{""member"":true,""born"":1984}",""";

	private static final String FIRST_JSON = """
			{"id":0,"started_at":"2025-01-01T00:00:00Z","station":"North Gate","minutes":17,"fare":3.54,\
			"rider":{"member":true,"born":null},"stars":4}""";

	private static final String LAST_JSON = """
			{"id":2999999,"started_at":"2025-09-01T01:19:53Z","station":"Université","minutes":44,"fare":6.78,\
			"rider":{"member":true,"born":1984},"stars":null}""";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper mapper = new JsonMapper();

	@LocalServerPort
	private int port;

	@Test
	void runsWithSmallHeap() {
		assertThat(Runtime.getRuntime().maxMemory()).as("-Xmx, which Failsafe sets").isLessThanOrEqualTo(128 << 20);
	}

	@Test
	void exportsCsv() throws Exception {
		Lines lines = lines(ALL, "text/csv");
		assertThat(lines.count).isEqualTo(1 + ROWS);
		assertThat(lines.first).isEqualTo("id,started_at,station,minutes,fare,rider,stars");
		assertThat(lines.second).isEqualTo(FIRST_CSV);
		assertThat(lines.last).isEqualTo(LAST_CSV);
	}

	@Test
	void exportsNdjson() throws Exception {
		Lines lines = lines(ALL, "application/x-ndjson");
		assertThat(lines.count).isEqualTo(ROWS);
		assertThat(lines.first).isEqualTo(FIRST_JSON);
		assertThat(lines.last).isEqualTo(LAST_JSON);
	}

	@Test
	void exportsJson() throws Exception {
		int rows = 0;
		long sumOfIds = 0;
		JsonNode last = this.mapper.nullNode();
		try (MappingIterator<JsonNode> trips = objects(ALL, "application/json")) {
			while (trips.hasNext()) {
				last = trips.next();
				sumOfIds += last.path("id").longValue();
				rows++;
			}
		}
		assertThat(rows).isEqualTo(ROWS);
		assertThat(sumOfIds).isEqualTo(ROWS * (ROWS - 1L) / 2);
		assertThat(last).isEqualTo(this.mapper.readTree(LAST_JSON));
	}

	@Test
	void exportsArrow() throws Exception {
		int rows = 0;
		int batches = 0;
		Object lastFare = BigDecimal.ZERO;
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(get(ALL, "application/vnd.apache.arrow.stream").body(),
						allocator)) {
			VectorSchemaRoot batch = reader.getVectorSchemaRoot();
			while (reader.loadNextBatch()) {
				assertThat(batch.getVector("id").getObject(0)).isEqualTo((long) rows);
				rows += batch.getRowCount();
				batches++;
				lastFare = batch.getVector("fare").getObject(batch.getRowCount() - 1);
			}
		}
		assertThat(rows).isEqualTo(ROWS);
		assertThat(batches).isGreaterThan(100);
		assertThat(lastFare).isEqualTo(new BigDecimal("6.78"));
	}

	@Test
	void exportsFilteredTrips() throws Exception {
		long firstOfThatDay = Duration.ofDays(7).toSeconds() / 7;
		List<String> expected = new ArrayList<>(List.of("id,born"));
		try (MappingIterator<JsonNode> trips = objects("/trips?rows=100000", "application/x-ndjson")) {
			trips.forEachRemaining((trip) -> {
				if (trip.path("id").longValue() >= firstOfThatDay && trip.path("fare").doubleValue() >= 8.22
						&& trip.path("station").stringValue().equals("Museum, East")) {
					expected.add(trip.path("id").asString() + "," + trip.path("rider").path("born").asString());
				}
			});
		}
		String query = "/trips.csv?rows=100000&station=Museum,%20East&since=2025-01-08&fare=8.22&columns=id,rider.born";
		try (BufferedReader reader = reader(query, "*/*")) {
			assertThat(reader.lines()).hasSizeGreaterThan(100).containsExactlyElementsOf(expected);
		}
	}

	@Test
	void bindsParametersAsValues() throws Exception {
		try (BufferedReader reader = reader("/trips?station=x'%20OR%20'1'='1", "text/csv")) {
			assertThat(reader.lines()).hasSize(1);
		}
	}

	@Test
	void setsFileNames() throws Exception {
		for (String name : List.of("trips.arrows", "trips.csv", "trips.ndjson")) {
			HttpResponse<InputStream> response = get("/" + name + "?rows=1", "*/*");
			response.body().close();
			assertThat(response.headers().firstValue(HttpHeaders.CONTENT_DISPOSITION))
				.hasValue("attachment; filename=\"" + name + "\"");
		}
	}

	@Test
	void exportsDayWithinLimit() throws Exception {
		try (BufferedReader reader = reader("/trips/2025-02-01?station=Harbour&minutes=50", "text/csv")) {
			assertThat(reader.lines().skip(1)).hasSizeBetween(1, 1_000)
				.allSatisfy((line) -> assertThat(line).startsWith("2025-02-01T"));
		}
	}

	@Test
	void sendsProblemsBeforeFirstByte() throws Exception {
		assertProblem(400, "rows must not be more than 10,000,000", "/trips?rows=10000001");
		assertProblem(400, "since is not of the expected form", "/trips.csv?since=yesterday");
		assertProblem(400, "columns must not be empty", "/trips?columns=");
		assertProblem(400, "The column does not exist.", "/trips?columns=id,nonsense");
		assertProblem(422, "The result exceeds the size limit. Restrict the query.",
				"/trips/2025-02-01?station=Harbour");
	}

	private void assertProblem(int status, String detail, String path) throws Exception {
		HttpResponse<InputStream> response = get(path, "text/csv, */*;q=0.1");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue(HttpHeaders.CONTENT_TYPE))
			.hasValue(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		try (InputStream body = response.body()) {
			assertThat(this.mapper.readTree(body).path("detail").stringValue()).isEqualTo(detail);
		}
	}

	private Lines lines(String path, String accept) throws Exception {
		try (BufferedReader reader = reader(path, accept)) {
			return new Lines(reader);
		}
	}

	private BufferedReader reader(String path, String accept) throws Exception {
		return new BufferedReader(new InputStreamReader(get(path, accept).body(), StandardCharsets.UTF_8));
	}

	private MappingIterator<JsonNode> objects(String path, String accept) throws Exception {
		return this.mapper.readerFor(JsonNode.class).readValues(get(path, accept).body());
	}

	private HttpResponse<InputStream> get(String path, String accept) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header(HttpHeaders.ACCEPT, accept)
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
	}

	/**
	 * Summary of many lines.
	 */
	private static final class Lines {

		private final String first;

		private final String second;

		private String last = "";

		private int count = 2;

		Lines(BufferedReader reader) throws IOException {
			this.first = String.valueOf(reader.readLine());
			this.second = String.valueOf(reader.readLine());
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.last = line;
				this.count++;
			}
		}

	}

}
