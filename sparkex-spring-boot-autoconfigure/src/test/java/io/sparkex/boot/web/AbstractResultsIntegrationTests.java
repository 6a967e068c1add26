package io.sparkex.boot.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for the responses of an application, for each web framework and server. The
 * client of the JDK sends an Accept header only if it is set.
 */
abstract class AbstractResultsIntegrationTests {

	static final String NUMBERS = "[{\"id\":0},{\"id\":1}]";

	private static final Logger logger = LoggerFactory.getLogger(AbstractResultsIntegrationTests.class);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private SparkSession spark;

	@Autowired
	private OperationTracker operations;

	@Autowired
	private ParentObservationRecorder observations;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void useTheTestServer(DynamicPropertyRegistry registry) {
		registry.add("sparkex.url", WebTestServer::url);
		registry.add("server.compression.enabled", () -> true);
		registry.add("sparkex.web.max-rows", () -> 20_000_000);
	}

	HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return send("GET", path, HttpResponse.BodyHandlers.ofString(), headers);
	}

	private <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> handler, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(Duration.ofMinutes(2))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), handler);
	}

	private static String contentType(HttpResponse<?> response) {
		return response.headers().firstValue("Content-Type").orElse("none");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                            | application/json
			application/*                                  | application/json
			application/json;q=0.5, text/csv               | text/csv;charset=UTF-8
			text/csv;q=0.5, application/x-ndjson;q=0.8     | application/x-ndjson
			text/html, application/xhtml+xml, */*;q=0.8    | application/json
			text/*                                         | text/csv;charset=UTF-8
			text/csv;charset=ISO-8859-1                    | text/csv;charset=UTF-8
			text/csv;header=absent                         | text/csv;header=absent;charset=UTF-8
			text/csv;header=unheard-of                     | text/csv;charset=UTF-8
			application/jsonl                              | application/jsonl
			application/xml, application/x-ndjson;q=0.1    | application/x-ndjson
			application/vnd.apache.arrow.stream            | application/vnd.apache.arrow.stream
			""")
	void negotiatesFormat(String accept, String contentType) throws Exception {
		HttpResponse<String> response = get("/numbers", "Accept", accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(contentType(response)).isEqualTo(contentType);
	}

	@ParameterizedTest
	@CsvSource({ "/numbers, text/html", "/numbers, application/xml", "/produces/csv, application/json",
			"/entity/wildcard, application/cbor" })
	void rejectsOtherFormats(String path, String accept) throws Exception {
		this.operations.reset();
		assertThat(get(path, "Accept", accept).statusCode()).isEqualTo(406);
		assertThat(this.operations.started()).isEmpty();
	}

	@Test
	void sendsJsonByDefault() throws Exception {
		HttpResponse<String> response = get("/numbers?rows=2");
		assertThat(contentType(response)).isEqualTo("application/json");
		assertThat(response.body()).isEqualTo(NUMBERS);
	}

	@Test
	void sendsNdjson() throws Exception {
		assertThat(get("/numbers?rows=2", "Accept", "application/x-ndjson").body())
			.isEqualTo("{\"id\":0}\n{\"id\":1}\n");
	}

	@Test
	void sendsCsv() throws Exception {
		assertThat(get("/numbers?rows=2", "Accept", "text/csv").body()).isEqualTo("id\r\n0\r\n1\r\n");
	}

	@Test
	void sendsCsvWithoutHeader() throws Exception {
		assertThat(get("/numbers?rows=2", "Accept", "text/csv;header=absent").body()).isEqualTo("0\r\n1\r\n");
	}

	@Test
	void overridesCharset() throws Exception {
		HttpResponse<String> response = get("/entity/latin");
		assertThat(contentType(response)).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.body()).isEqualTo("city\r\nŁódź\r\n");
	}

	@Test
	void sendsArrow() throws Exception {
		byte[] body = send("GET", "/numbers?rows=2", HttpResponse.BodyHandlers.ofByteArray(), "Accept",
				"application/vnd.apache.arrow.stream")
			.body();
		assertThat(this.spark.createDataFrame(body).as(Long.class).collect()).containsExactly(0L, 1L);
	}

	@Test
	void sendsAllColumnsOfMappedResults() throws Exception {
		assertThat(get("/typed").body())
			.isEqualTo("[{\"x\":0,\"y\":0,\"label\":\"not read\"},{\"x\":1,\"y\":2,\"label\":\"not read\"}]");
	}

	@Test
	void sendsEntities() throws Exception {
		HttpResponse<String> response = get("/entity", "Accept", "text/csv");
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(contentType(response)).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"points.csv\"");
		assertThat(response.body()).isEqualTo("x,y,label\r\n0,0,not read\r\n1,2,not read\r\n");
		assertThat(get("/entity/none").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/entity/wildcard, 200", "/object, 200", "/later, 200", "/later/entity, 202", "/later/object, 200",
			"/later/wildcard, 200", "/later/mono, 200", "/later/object/entity, 202", "/optional?present=true, 200",
			"/later/optional?present=true, 200" })
	void sendsResultsInsideOfOtherTypes(String path, int status) throws Exception {
		HttpResponse<String> response = get(path, "Accept", "application/json");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEqualTo(NUMBERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/entity/other", "/later/object/other", "/optional/other" })
	void ignoresOtherValues(String path) throws Exception {
		assertThat(get(path).body()).isEqualTo("[\"something\",\"else\"]");
	}

	@ParameterizedTest
	@CsvSource({ "/optional?present=false, 404", "/later/optional?present=false, 404", "/later/object/none, 200" })
	void sendsEmptyResponseWithoutResults(String path, int status) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
	}

	/**
	 * Jackson would serialize methods of a DataFrame as properties.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/within/map", "/within/entity" })
	void rejectsResultsWithinOtherValues(String path) throws Exception {
		this.operations.reset();
		assertThat(get(path).statusCode()).isEqualTo(500);
		assertThat(this.operations.started()).isEmpty();
	}

	@Test
	void sendsProducedMediaType() throws Exception {
		assertThat(get("/produces/csv").body()).isEqualTo("id\r\n0\r\n1\r\n");
		HttpResponse<String> vendor = get("/produces/vendor");
		assertThat(contentType(vendor)).isEqualTo("application/vnd.sparkex.test+json");
		assertThat(vendor.body()).isEqualTo(NUMBERS);
	}

	@Test
	void sendsNullsNestedValuesAndUnicode() throws Exception {
		assertThat(get("/values").body())
			.isEqualTo("[{\"nothing\":null,\"nested\":{\"city\":\"Kraków, \\\"stare\\\"\",\"stops\":[1,null]},"
					+ "\"map\":{\"ключ\":1.50},\"text\":\"日本 \uD83D\uDE80\",\"day\":\"2024-01-02\"}]");
		assertThat(get("/values", "Accept", "text/csv").body()).startsWith("nothing,nested,map,text,day\r\n,\"{")
			.endsWith("日本 \uD83D\uDE80,2024-01-02\r\n");
	}

	@Test
	void sendsResultsWithoutRows() throws Exception {
		assertThat(get("/empty").body()).isEqualTo("[]");
		assertThat(get("/empty", "Accept", "text/csv").body()).isEqualTo("id\r\n");
		HttpResponse<String> lines = get("/empty", "Accept", "application/x-ndjson");
		assertThat(contentType(lines)).isEqualTo("application/x-ndjson");
		assertThat(lines.body()).isEmpty();
	}

	@Test
	void sendsManyRows() throws Exception {
		HttpResponse<Stream<String>> response = send("GET", "/large?rows=1000000", HttpResponse.BodyHandlers.ofLines(),
				"Accept", "application/x-ndjson");
		try (Stream<String> lines = response.body()) {
			assertThat(lines.filter((line) -> line.endsWith("\"}")).count()).isEqualTo(1_000_000);
		}
	}

	@Test
	void compressesResponses() throws Exception {
		HttpResponse<byte[]> response = send("GET", "/large?rows=20000", HttpResponse.BodyHandlers.ofByteArray(),
				"Accept-Encoding", "gzip");
		assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
			assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
				.isEqualTo(get("/large?rows=20000").body());
		}
	}

	@Test
	void cancelsQueryOfHeadRequest() throws Exception {
		this.operations.reset();
		HttpResponse<String> response = send("HEAD", "/large?rows=10000000", HttpResponse.BodyHandlers.ofString(),
				"Accept", "text/csv");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(contentType(response)).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.body()).isEmpty();
		String operation = this.operations.awaitStarted();
		this.operations.awaitCancelled(this.spark, operation);
		assertThat(send("HEAD", "/failing", HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(500);
	}

	@ParameterizedTest
	@CsvSource({ "/failing, */*", "/failing, text/csv", "/entity/failing, text/csv", "/later/object/failing, text/csv",
			"/failing, application/vnd.apache.arrow.stream" })
	void sendsProblemDetailsForEarlyFailure(String path, String accept) throws Exception {
		HttpResponse<String> response = get(path, "Accept", accept);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(contentType(response)).isEqualTo("application/problem+json");
		assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
		assertThat(response.body()).contains("\"detail\":\"The query failed.\"")
			.contains("\"errorClass\":\"UNRESOLVED_COLUMN.")
			.contains("\"sqlState\":\"42703\"")
			.contains("\"operationId\":\"")
			.doesNotContain("secret")
			.doesNotContain("at io.sparkex");
	}

	@Test
	void removesCachingHeadersOfFailure() throws Exception {
		HttpResponse<String> response = get("/entity/failing/cached");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().map()).doesNotContainKeys("cache-control", "etag", "last-modified", "expires",
				"set-cookie", "x-rows");
	}

	@Test
	void functionalEndpointsSendResults() throws Exception {
		HttpResponse<String> response = get("/functional");
		assertThat(contentType(response)).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.body()).isEqualTo("id\r\n0\r\n1\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/functional/failing", "/functional/failing/itself" })
	void functionalEndpointsSendProblemDetails(String path) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(contentType(response)).isEqualTo("application/problem+json");
		assertThat(response.headers().map()).doesNotContainKeys("cache-control", "etag");
		assertThat(response.body()).contains("\"detail\":\"The query failed.\"")
			.contains("\"instance\":\"" + path + "\"")
			.contains("\"errorClass\":\"UNRESOLVED_COLUMN.")
			.doesNotContain("secret");
	}

	@Test
	void sendsProblemDetailsForTooLargeResult() throws Exception {
		HttpResponse<String> response = get("/limited?rows=11&limit=10");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("exceeds the size limit");
		assertThat(get("/limited?rows=10&limit=10").statusCode()).isEqualTo(200);
	}

	@Test
	void abortsConnectionWhenResultBecomesTooLarge() {
		assertThatIOException().isThrownBy(() -> get("/limited?rows=5000000&limit=4000000"));
	}

	@ParameterizedTest
	@CsvSource({ "application/json", "application/x-ndjson", "text/csv" })
	void abortsConnectionWhenQueryFailsMidway(String accept) throws Exception {
		try (RawHttpConnection connection = new RawHttpConnection(this.port)) {
			connection.get("/failing/midway", accept);
			assertThat(connection.readToEnd()).startsWith("HTTP/1.1 200")
				.doesNotEndWith("\r\n0\r\n\r\n")
				.doesNotContain("secret")
				.doesNotContain("status")
				.doesNotContain("problem");
		}
	}

	@Test
	void failsClientWhenQueryFailsMidway() {
		assertThatIOException().isThrownBy(() -> get("/failing/midway", "Accept", "text/csv"));
		assertThatIOException().isThrownBy(() -> get("/failing/midway", "Accept-Encoding", "gzip"));
	}

	@Test
	void cancelsQueryWhenClientDisconnects() throws Exception {
		this.operations.reset();
		String operation;
		try (RawHttpConnection connection = new RawHttpConnection(this.port)) {
			connection.get("/large?rows=10000000", "application/x-ndjson");
			connection.read(1 << 20);
			operation = this.operations.awaitStarted();
			this.operations.awaitRunning(this.spark, operation);
		}
		Duration time = this.operations.awaitCancelled(this.spark, operation);
		logger.info("The operation was cancelled {} ms after the client had disconnected", time.toMillis());
	}

	/**
	 * Waiting for a slow client must not block other clients.
	 */
	@Test
	void servesOtherClientsWhileClientsAreSlow() throws Exception {
		try (RawHttpConnection first = new RawHttpConnection(this.port);
				RawHttpConnection second = new RawHttpConnection(this.port)) {
			first.get("/large?rows=500000", "text/csv");
			second.get("/large?rows=500000", "text/csv");
			first.read(1 << 16);
			second.read(1 << 16);
			assertThat(get("/numbers?rows=2").body()).isEqualTo(NUMBERS);
		}
	}

	@Test
	void servesConcurrentClients() {
		Map<Long, CompletableFuture<String>> bodies = Stream.iterate(100L, (rows) -> rows + 1)
			.limit(12)
			.collect(Collectors.toMap((rows) -> rows, this::getLater));
		bodies.forEach((rows, body) -> assertThat(body.orTimeout(2, TimeUnit.MINUTES).join().lines())
			.hasSize(Math.toIntExact(rows)));
	}

	private CompletableFuture<String> getLater(long rows) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/numbers?rows=" + rows))
			.header("Accept", "application/x-ndjson")
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/numbers", "/entity", "/later", "/later/object" })
	void queriesArePartOfRequestTrace(String path) throws Exception {
		this.observations.reset();
		assertThat(get(path).statusCode()).isBetween(200, 202);
		assertThat(this.observations.parents()).containsExactly("http.server.requests");
	}

	@Test
	void bindsParametersAsValues() throws Exception {
		String rest = "&since=2024-01-01&least=10.5&tenant=" + UUID.randomUUID();
		assertThat(get("/trips?city=" + encoded("Gdańsk") + rest).body())
			.isEqualTo("[{\"city\":\"Gdańsk\",\"fare\":12.50}]");
		assertThat(get("/trips?city=" + encoded("' OR '1' = '1") + rest).body()).isEqualTo("[]");
		assertThat(get("/trips?city=" + encoded("x'; DROP TABLE trips; --") + rest).body()).isEqualTo("[]");
		assertThat(get("/trips?city=x&since=yesterday&least=1&tenant=1").statusCode()).isEqualTo(400);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	SparkSession spark() {
		return this.spark;
	}

	OperationTracker operations() {
		return this.operations;
	}

	int port() {
		return this.port;
	}

}
