package io.sparkex.boot.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.sparkex.DataFrame;
import io.sparkex.Results;
import io.sparkex.Row;
import io.sparkex.SparkSession;
import io.sparkex.errors.ResultLimitException;
import io.sparkex.export.JsonOptions;

/**
 * Tests that run the code of {@code docs/web.md}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebPageIntegrationTests {

	@Autowired
	private SparkSession spark;

	private RestTestClient client;

	@DynamicPropertySource
	static void useTheTestServer(DynamicPropertyRegistry registry) {
		registry.add("sparkex.url", WebTestServer::url);
		registry.add("sparkex.web.max-rows", () -> 3);
		registry.add("sparkex.web.csv.escape-formulas", () -> true);
	}

	@BeforeEach
	void makeTrips(@LocalServerPort int port) {
		// The client of Reactor Netty has a read timeout of 10 seconds, which the first
		// query may exceed.
		this.client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://localhost:" + port)
			.build();
		this.spark
			.createDataFrame(List.of(new Trip(1, "Gdańsk", LocalDate.of(2024, 5, 1), new BigDecimal("12.50")),
					new Trip(2, "Gdańsk", LocalDate.of(2023, 5, 1), new BigDecimal("8.50")),
					new Trip(3, "Łódź", LocalDate.of(2024, 5, 1), new BigDecimal("20.00"))))
			.selectExpr("id", "city", "day", "CAST(fare AS DECIMAL(10, 2)) AS fare")
			.createOrReplaceTempView("trips");
	}

	private RestTestClient.BodyContentSpec body(String uri, Object... variables) {
		return this.client.get()
			.uri(uri, variables)
			.accept(MediaType.APPLICATION_JSON)
			.exchangeSuccessfully()
			.expectBody();
	}

	@Test
	void bindsParameters() {
		body("/trips?city={city}&since=2024-01-01", "Gdańsk")
			.json("[{\"id\":\"1\",\"city\":\"Gdańsk\",\"day\":\"2024-05-01\",\"fare\":12.50}]");
		body("/trips?city={city}&since=2024-01-01", "' OR '1' = '1").json("[]");
	}

	@Test
	void sendsDownloads() {
		this.client.get()
			.uri("/trips/export")
			.exchangeSuccessfully()
			.expectHeader()
			.valueEquals("Content-Disposition", "attachment; filename=\"trips.csv\"")
			.expectBody(String.class)
			.isEqualTo(String.join("\r\n", "id,city,day,fare", "1,Gdańsk,2024-05-01,12.50", "2,Gdańsk,2023-05-01,8.50",
					"3,Łódź,2024-05-01,20.00", ""));
	}

	@Test
	void escapesFormulas() {
		this.spark.sql("SELECT '=HYPERLINK(1)' AS city, 1 AS id").createOrReplaceTempView("trips");
		this.client.get()
			.uri("/trips/all")
			.accept(MediaType.parseMediaType("text/csv"))
			.exchangeSuccessfully()
			.expectBody(String.class)
			.isEqualTo("city,id\r\n'=HYPERLINK(1),1\r\n");
	}

	@Test
	void sendsAsynchronousDataFrame() {
		body("/trips/dearest").jsonPath("$.length()").isEqualTo(3).jsonPath("$[0].city").isEqualTo("Łódź");
	}

	@Test
	void handlesExceededLimit() {
		body("/trips/all").jsonPath("$.length()").isEqualTo(3);
		this.spark.range(4).selectExpr("id", "'x' AS city").createOrReplaceTempView("trips");
		this.client.get()
			.uri("/trips/all")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Ask for fewer days.");
	}

	@Test
	void limitsTime() {
		body("/trips/mean").jsonPath("$.length()").isEqualTo(2);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(TripController.class)
	static class Application {

		@Bean
		JsonOptions jsonOptions() {
			return JsonOptions.defaults().withLongsAsStrings(true);
		}

	}

	record Trip(long id, String city, LocalDate day, BigDecimal fare) {

	}

	@RestController
	static class TripController {

		private final SparkSession spark;

		TripController(SparkSession spark) {
			this.spark = spark;
		}

		@GetMapping("/trips")
		DataFrame trips(@RequestParam String city, @RequestParam LocalDate since) {
			return this.spark.sql("SELECT * FROM trips WHERE city = :city AND day >= :since",
					Map.of("city", city, "since", since));
		}

		@GetMapping(path = "/trips/export", produces = "text/csv")
		ResponseEntity<Results<Trip>> export() {
			ContentDisposition download = ContentDisposition.attachment().filename("trips.csv").build();
			return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
				.body(this.spark.table("trips").as(Trip.class));
		}

		@GetMapping("/trips/dearest")
		Mono<DataFrame> dearest() {
			return Mono.fromCallable(() -> this.spark
				.sql("WITH ranked AS (SELECT *, rank() OVER (ORDER BY fare DESC) AS place FROM trips)"
						+ " SELECT * FROM ranked WHERE place <= 3"))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/trips/all")
		Results<Row> all() {
			return this.spark.table("trips").maxRows(100_000);
		}

		@GetMapping("/trips/mean")
		Results<Row> mean() {
			return this.spark.sql("SELECT city, avg(fare) AS fare FROM trips GROUP BY city")
				.withTimeout(Duration.ofMinutes(2));
		}

		@ExceptionHandler
		ProblemDetail tooLarge(ResultLimitException ex) {
			return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Ask for fewer days.");
		}

	}

}
