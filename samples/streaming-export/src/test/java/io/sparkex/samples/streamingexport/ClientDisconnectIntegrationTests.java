package io.sparkex.samples.streamingexport;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;

import io.sparkex.SparkSession;
import io.sparkex.boot.endpoint.SparkexEndpoint;
import io.sparkex.execution.OperationState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a query is cancelled when the client disconnects. Uses Spark 4.2.0, since
 * older servers do not report the state of operations.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "sparkex.embedded.version=4.2.0")
@DirtiesContext
class ClientDisconnectIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ClientDisconnectIntegrationTests.class);

	/**
	 * A client that is garbage-collected would take seconds to disconnect.
	 */
	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private SparkSession spark;

	@Autowired
	private SparkexEndpoint endpoint;

	@LocalServerPort
	private int port;

	@Test
	void cancelsQueryWhenClientDisconnects() throws Exception {
		InputStream body = download();
		body.readNBytes(1 << 20);
		String operation = this.endpoint.sparkex().running().get(0).operationId();
		assertThat(state(operation)).isEqualTo(OperationState.RUNNING);
		long disconnected = System.nanoTime();
		body.close();
		Awaitility.await()
			.pollInterval(Duration.ofMillis(20))
			.atMost(Duration.ofSeconds(30))
			.until(() -> state(operation),
					(state) -> state != OperationState.RUNNING && state != OperationState.TERMINATING);
		Duration time = Duration.ofNanos(System.nanoTime() - disconnected);
		logger.info("The query was cancelled {} ms after the client had disconnected", time.toMillis());
		assertThat(time).isLessThan(Duration.ofSeconds(2));
		// The server may already have forgotten the operation.
		assertThat(state(operation)).isIn(OperationState.CANCELLED, OperationState.UNKNOWN);
		Awaitility.await().until(() -> this.endpoint.sparkex().running().isEmpty());
		assertThat(this.endpoint.operation(operation)).satisfies((finished) -> {
			assertThat(finished.state()).isEqualTo("cancelled");
			assertThat(finished.rows()).isBetween(1L, 9_999_999L);
		});
	}

	private OperationState state(String operation) {
		return this.spark.operationStates(List.of(operation)).getOrDefault(operation, OperationState.UNKNOWN);
	}

	private InputStream download() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/trips?rows=10000000"))
			.header(HttpHeaders.ACCEPT, "application/x-ndjson")
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
	}

}
