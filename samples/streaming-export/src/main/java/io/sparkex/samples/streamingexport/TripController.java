package io.sparkex.samples.streamingexport;

import java.time.LocalDate;

import jakarta.validation.Valid;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.DataFrame;
import io.sparkex.Results;
import io.sparkex.Row;
import io.sparkex.errors.AnalysisException;

/**
 * Exports trips. Rows of a returned DataFrame are streamed to the client as they arrive
 * from Spark.
 */
@RestController
class TripController {

	private static final long MAX_ROWS_PER_DAY = 1_000;

	private final Trips trips;

	TripController(Trips trips) {
		this.trips = trips;
	}

	/**
	 * Returns the trips in the format that the client accepts.
	 */
	@GetMapping("/trips")
	DataFrame trips(@Valid TripQuery query) {
		return this.trips.of(query);
	}

	/**
	 * Returns the trips as a file, for links in pages, which cannot set an Accept header.
	 */
	@GetMapping(path = "/trips.arrows", produces = "application/vnd.apache.arrow.stream")
	ResponseEntity<DataFrame> arrow(@Valid TripQuery query) {
		return file("trips.arrows", query);
	}

	@GetMapping(path = "/trips.csv", produces = "text/csv")
	ResponseEntity<DataFrame> csv(@Valid TripQuery query) {
		return file("trips.csv", query);
	}

	@GetMapping(path = "/trips.ndjson", produces = "application/x-ndjson")
	ResponseEntity<DataFrame> ndjson(@Valid TripQuery query) {
		return file("trips.ndjson", query);
	}

	private ResponseEntity<DataFrame> file(String name, TripQuery query) {
		ContentDisposition download = ContentDisposition.attachment().filename(name).build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
			.body(this.trips.of(query));
	}

	/**
	 * Returns a limited number of trips for display.
	 */
	@GetMapping("/trips/{day}")
	Results<Row> day(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
			@RequestParam String station, @RequestParam(defaultValue = "0") int minutes) {
		return this.trips.onDay(day, station, minutes).maxRows(MAX_ROWS_PER_DAY);
	}

	/**
	 * Responds with status 400 if the client requests an unknown column, which Spark
	 * reports before the first row.
	 */
	@ExceptionHandler
	ProblemDetail invalidColumn(AnalysisException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The column does not exist.");
		problem.setProperty("errorClass", ex.errorClass());
		return problem;
	}

}
