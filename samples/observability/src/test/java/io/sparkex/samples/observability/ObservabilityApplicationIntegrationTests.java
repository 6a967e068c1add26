package io.sparkex.samples.observability;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the running application from the perspective of an operator.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(300)
class ObservabilityApplicationIntegrationTests {

	private static final Pattern LOGGED = Pattern.compile("\\[([0-9a-f]{32})-[0-9a-f]{16}\\].*Querying the regions");

	private String base = "";

	private RestTestClient client;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.base = "http://localhost:" + port;
		this.client = RestTestClient.bindToServer().baseUrl(this.base).build();
	}

	/**
	 * Interrupts remaining queries, which would block other tests.
	 */
	@AfterEach
	void interrupt(@Autowired SparkSession spark) {
		spark.interruptAll();
	}

	private String get(String path) {
		String body = this.client.get()
			.uri(path)
			.exchangeSuccessfully()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return (body != null) ? body : "";
	}

	private String await(String path, Predicate<String> condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		String body = get(path);
		while (!condition.test(body)) {
			assertThat(System.nanoTime()).as("in time, but there is: %s", body).isLessThan(end);
			Thread.sleep(50);
			body = get(path);
		}
		return body;
	}

	private static List<String> inProgress(String json) {
		return JsonPath.read(json, "$.running[?(@.tasks >= 1000 && @.completedTasks > 0)].operationId");
	}

	private static String last(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.reduce((before, after) -> after)
			.orElseThrow(() -> new AssertionError(text));
	}

	@Test
	void countsQueries() {
		assertThat(get("/reports/regions")).contains("{\"region\":\"east\",\"orders\":250000,\"amount\":");
		assertThat(this.client.get().uri("/reports/broken").exchange().returnResult().getStatus().value())
			.isEqualTo(500);
		String metrics = get("/actuator/prometheus");
		assertThat(metrics.lines()).anySatisfy((line) -> assertThat(line).startsWith("sparkex_execute_seconds_count{")
			.contains("outcome=\"success\"", "report=\"regions\"", "spark_operation=\"query\"", "error_type=\"none\""))
			.anySatisfy((line) -> assertThat(line).startsWith("sparkex_execute_seconds_count{")
				.contains("outcome=\"error\"", "report=\"broken\"", "error_type=\"TABLE_OR_VIEW_NOT_FOUND\""));
		assertThat(metrics).containsPattern("(?m)^sparkex_result_rows_total [1-9]")
			.containsPattern("(?m)^sparkex_result_bytes_total [1-9]");
	}

	@Test
	void propagatesTraceToSpark(CapturedOutput output) throws InterruptedException {
		get("/reports/regions");
		String trace = last(LOGGED, output.getOut());
		String traces = await("/traces", (text) -> text.contains("trace " + trace + "\n  http get /reports/regions, "));
		assertThat(traces).containsPattern("trace " + trace + "\n  http get /reports/regions, \\d+ ms \\{.*\\}\n"
				+ "(    spark command, .*\n)?"
				+ "    spark query, \\d+ ms \\{.*outcome=success,.* report=regions,.* spark.result.rows=4,.*\\}\n");
		assertThat(get("/actuator/sparkex")).contains("\"trace-" + trace + "\"", "\"report-regions\"");
	}

	@Test
	void interruptsRunningQuery() throws Exception {
		CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(URI.create(this.base + "/reports/slow")).build(),
					HttpResponse.BodyHandlers.ofString());
		String running = await("/actuator/sparkex", (json) -> !inProgress(json).isEmpty());
		String operation = inProgress(running).get(0);
		assertThat(get("/actuator/sparkex/" + operation)).contains("\"state\":\"running\"", "\"report-slow\"");
		this.client.delete()
			.uri("/actuator/sparkex/{id}", operation)
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.interrupted[0]")
			.isEqualTo(operation);
		HttpResponse<String> problem = response.get(2, TimeUnit.MINUTES);
		assertThat(problem.statusCode()).isEqualTo(503);
		assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(problem.body()).contains(operation, "The query was cancelled.");
		await("/actuator/sparkex/" + operation, (json) -> json.contains("\"state\":\"cancelled\""));
	}

	@Test
	void reportsHealthAndVersionOfSpark() {
		this.client.get()
			.uri("/actuator/health")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.components.sparkex.status")
			.isEqualTo("UP")
			.jsonPath("$.components.sparkex.details.version")
			.value(String.class, (version) -> assertThat(version).startsWith("4."));
		assertThat(get("/actuator/info")).contains("\"servers\":{\"sparkSession\":\"4.");
	}

	@Test
	void exposesOnlyRequiredEndpoints() {
		assertThat(List.of("env", "heapdump", "loggers", "shutdown")).allSatisfy((endpoint) -> assertThat(
				this.client.get().uri("/actuator/{endpoint}", endpoint).exchange().returnResult().getStatus().value())
			.isEqualTo(404));
	}

}
