package io.sparkex.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the running application over HTTP. The expected numbers were taken from the CSV
 * file by other means.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QuickstartApplicationTests {

	private RestTestClient client;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
	}

	@Test
	void servesMonths() {
		List<Month> months = this.client.get()
			.uri("/weather/monthly")
			.exchangeSuccessfully()
			.expectBody(new ParameterizedTypeReference<List<Month>>() {
			})
			.returnResult()
			.getResponseBody();
		assertThat(months).hasSize(48)
			.contains(new Month(2012, 2, 29, 9.3, 16.1, -2.2, 92.3, 19), new Month(2013, 7, 31, 26.1, 31.7, 11.1, 0, 0))
			.endsWith(new Month(2015, 12, 31, 8.4, 15.6, -2.1, 284.5, 25));
		assertThat(months).extracting(Month::days)
			.satisfies((days) -> assertThat(days.stream().mapToLong(Long::longValue).sum()).isEqualTo(1461));
	}

	@Test
	void servesDaysOfOneKind() {
		this.client.get()
			.uri("/weather/days?weather={weather}", "snow")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(26)
			.jsonPath("$[0].date")
			.isEqualTo("2012-01-14");
	}

	@Test
	void treatsParametersAsValues() {
		this.client.get()
			.uri("/weather/days?weather={weather}", "snow' OR '1' = '1")
			.exchangeSuccessfully()
			.expectBody()
			.json("[]");
	}

	@Test
	void tellsThatSparkIsUp() {
		this.client.get()
			.uri("/actuator/health")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.components.sparkex.status")
			.isEqualTo("UP")
			.jsonPath("$.components.sparkex.details.version")
			.isNotEmpty();
	}

}
