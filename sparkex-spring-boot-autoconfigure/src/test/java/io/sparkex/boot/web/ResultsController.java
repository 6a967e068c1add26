package io.sparkex.boot.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.sparkex.DataFrame;
import io.sparkex.Results;
import io.sparkex.SparkSession;

/**
 * Controller with all supported return types.
 */
@RestController
class ResultsController {

	private final SparkSession spark;

	ResultsController(SparkSession spark) {
		this.spark = spark;
	}

	@GetMapping("/numbers")
	DataFrame numbers(@RequestParam(defaultValue = "3") long rows) {
		return this.spark.range(rows);
	}

	@GetMapping("/typed")
	Results<Point> typed() {
		return this.spark.sql("SELECT id AS x, id * 2 AS y, 'not read' AS label FROM range(2)").as(Point.class);
	}

	@GetMapping("/entity")
	ResponseEntity<Results<Point>> entity() {
		return ResponseEntity.accepted().headers(this::attachment).body(typed());
	}

	@GetMapping("/entity/wildcard")
	ResponseEntity<?> wildcard() {
		return ResponseEntity.ok(numbers(2));
	}

	@GetMapping("/entity/none")
	ResponseEntity<DataFrame> none() {
		return ResponseEntity.notFound().build();
	}

	@GetMapping("/entity/other")
	ResponseEntity<List<String>> other() {
		return ResponseEntity.ok(List.of("something", "else"));
	}

	@GetMapping("/entity/failing")
	ResponseEntity<DataFrame> failingEntity() {
		return ResponseEntity.accepted().headers(this::attachment).body(failing());
	}

	@GetMapping("/entity/latin")
	ResponseEntity<DataFrame> latin() {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=ISO-8859-1"))
			.body(this.spark.sql("SELECT 'Łódź' AS city"));
	}

	@GetMapping("/entity/failing/cached")
	ResponseEntity<DataFrame> failingCachedEntity() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
			.eTag("rows")
			.lastModified(Instant.EPOCH)
			.header(HttpHeaders.EXPIRES, "Thu, 01 Jan 2037 00:00:00 GMT")
			.header(HttpHeaders.SET_COOKIE, "download=done")
			.header("X-Rows", "3")
			.body(failing());
	}

	@GetMapping("/object")
	Object object() {
		return numbers(2);
	}

	@GetMapping("/later")
	CompletableFuture<DataFrame> later() {
		return CompletableFuture.supplyAsync(() -> numbers(2));
	}

	@GetMapping("/later/entity")
	CompletableFuture<ResponseEntity<DataFrame>> laterEntity() {
		return CompletableFuture.supplyAsync(() -> ResponseEntity.accepted().body(numbers(2)));
	}

	@GetMapping("/later/object")
	CompletableFuture<Object> laterObject() {
		return CompletableFuture.supplyAsync(() -> numbers(2));
	}

	@GetMapping("/later/wildcard")
	CompletableFuture<?> laterWildcard() {
		return CompletableFuture.supplyAsync(() -> numbers(2));
	}

	@GetMapping("/later/mono")
	Mono<Object> laterMono() {
		return Mono.fromCallable(() -> numbers(2)).subscribeOn(Schedulers.boundedElastic()).cast(Object.class);
	}

	@GetMapping("/later/object/entity")
	CompletableFuture<Object> laterObjectEntity() {
		return CompletableFuture.supplyAsync(() -> ResponseEntity.accepted().body(numbers(2)));
	}

	@GetMapping("/later/object/other")
	CompletableFuture<Object> laterOther() {
		return CompletableFuture.supplyAsync(() -> List.of("something", "else"));
	}

	@GetMapping("/later/object/none")
	CompletableFuture<Object> laterNone() {
		return CompletableFuture.supplyAsync(() -> null);
	}

	@GetMapping("/later/object/failing")
	CompletableFuture<Object> laterFailing() {
		return CompletableFuture.supplyAsync(() -> ResponseEntity.accepted().headers(this::attachment).body(failing()));
	}

	@GetMapping("/later/optional")
	CompletableFuture<Optional<DataFrame>> laterOptional(@RequestParam boolean present) {
		return CompletableFuture.supplyAsync(() -> optional(present));
	}

	@GetMapping("/optional")
	Optional<DataFrame> optional(@RequestParam boolean present) {
		return present ? Optional.of(numbers(2)) : Optional.empty();
	}

	@GetMapping("/optional/other")
	Optional<List<String>> otherOptional() {
		return Optional.of(List.of("something", "else"));
	}

	@GetMapping("/within/map")
	Map<String, Object> withinMap() {
		return Map.of("rows", numbers(2));
	}

	@GetMapping("/within/entity")
	ResponseEntity<List<DataFrame>> withinEntity() {
		return ResponseEntity.ok(List.of(numbers(2)));
	}

	/**
	 * Supported by Spring MVC only.
	 */
	@GetMapping("/callable")
	Callable<DataFrame> callable() {
		return () -> numbers(2);
	}

	@GetMapping(path = "/produces/csv", produces = "text/csv")
	DataFrame csvOnly() {
		return numbers(2);
	}

	@GetMapping(path = "/produces/vendor", produces = "application/vnd.sparkex.test+json")
	DataFrame vendor() {
		return numbers(2);
	}

	@GetMapping("/values")
	DataFrame values() {
		return this.spark.sql("""
				SELECT CAST(NULL AS STRING) AS nothing, named_struct('city', 'Kraków, "stare"', 'stops', array(1, NULL))
				AS nested, map('ключ', 1.50BD) AS map, '日本 \uD83D\uDE80' AS text, DATE'2024-01-02' AS day""");
	}

	@GetMapping("/empty")
	DataFrame empty() {
		return numbers(0);
	}

	@GetMapping("/failing")
	DataFrame failing() {
		return this.spark.sql("SELECT secret_column FROM range(3)");
	}

	/**
	 * Fails at its last row, after more bytes than all buffers hold.
	 */
	@GetMapping("/failing/midway")
	DataFrame failingMidway() {
		return this.spark.sql("""
				SELECT id, CASE WHEN id = 499999 THEN raise_error('the secret of ' || id)
					ELSE sha2(string(id), 256) END AS text
				FROM range(0, 500000, 1, 100)""");
	}

	@GetMapping("/limited")
	Results<?> limited(@RequestParam long rows, @RequestParam long limit) {
		return numbers(rows).maxRows(limit);
	}

	@GetMapping("/large")
	DataFrame large(@RequestParam long rows) {
		return this.spark.range(0, rows, 1, 100).selectExpr("id", "sha2(string(id), 256) AS hash");
	}

	/**
	 * Runs for a quarter of an hour without returning rows.
	 */
	@GetMapping("/quiet")
	DataFrame quiet() {
		return this.spark.range(0, 2_000_000_000L, 1, 400).filter("length(sha2(string(id), 512)) < 1");
	}

	@GetMapping("/trips")
	DataFrame trips(@RequestParam String city, @RequestParam LocalDate since, @RequestParam BigDecimal least,
			@RequestParam UUID tenant) {
		return this.spark.sql("""
				SELECT city, fare FROM VALUES ('Gdańsk', DATE'2024-05-01', 12.50BD), ('Łódź', DATE'2023-05-01', 20BD)
				AS trips(city, day, fare)
				WHERE city = :city AND day >= :since AND fare >= :least AND length(:tenant) = 36""",
				Map.of("city", city, "since", since, "least", least, "tenant", tenant));
	}

	private void attachment(HttpHeaders headers) {
		headers.setContentDisposition(ContentDisposition.attachment().filename("points.csv").build());
	}

	record Point(long x, long y) {

	}

}
