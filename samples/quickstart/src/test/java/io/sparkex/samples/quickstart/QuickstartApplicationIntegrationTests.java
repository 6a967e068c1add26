package io.sparkex.samples.quickstart;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the running application. The expected values were computed from the CSV file
 * with another tool.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class QuickstartApplicationIntegrationTests {

	private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");

	private RestTestClient client;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
	}

	@Test
	void servesStartPageWithWorkingLinks() {
		String page = get("/", MediaType.TEXT_HTML);
		List<String> links = LINK.matcher(page).results().map((link) -> link.group(1)).toList();
		assertThat(links).contains("/weather/monthly", "/weather/days?weather=snow", "/actuator/health");
		assertThat(links).allSatisfy((link) -> assertThat(get(link, MediaType.ALL)).isNotEqualTo("[]"));
	}

	private String get(String path, MediaType contentType) {
		return String.valueOf(this.client.get()
			.uri(path)
			.exchangeSuccessfully()
			.expectHeader()
			.contentTypeCompatibleWith(contentType)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	@Test
	void logsAddressToOpen(CapturedOutput output, @LocalServerPort int port) {
		assertThat(output).contains("Open http://localhost:" + port + "/");
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
	void servesDaysWithSnow() {
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
	void bindsParametersAsValues() {
		this.client.get()
			.uri("/weather/days?weather={weather}", "snow' OR '1' = '1")
			.exchangeSuccessfully()
			.expectBody()
			.json("[]");
	}

	@Test
	void reportsHealthOfSpark() {
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
