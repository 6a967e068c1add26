package io.sparkex.compatibility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;

import io.sparkex.SparkSession;
import io.sparkex.boot.test.EmbeddedSpark;
import io.sparkex.compatibility.CompatibilityApplication.Square;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompatibilityApplication}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EmbeddedSpark
class CompatibilityApplicationIntegrationTests {

	@Autowired
	SparkSession spark;

	@Value("${local.server.port}")
	int port;

	private HttpResponse<String> get(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void usesSpringBootOfItsBuild() {
		assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("expected.spring-boot.version"));
	}

	@Test
	void runsQueries() {
		assertThat(this.spark.createDataFrame(List.of(new Square(2, 4))).as(Square.class).collect())
			.containsExactly(new Square(2, 4));
	}

	@Test
	void writesResultsAsJson() throws Exception {
		HttpResponse<String> response = get("/squares");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("{\"number\":2,\"square\":4}");
	}

	@Test
	void isHealthy() throws Exception {
		assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
	}

}
