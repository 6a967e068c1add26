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
 * Exports trips. Frames are returned as they are: their rows go to the client as they
 * arrive from Spark.
 */
@RestController
class TripController {

	private static final long MOST_ROWS_OF_A_DAY = 1_000;

	private final Trips trips;

	TripController(Trips trips) {
		this.trips = trips;
	}

	/**
	 * In the format that the client accepts.
	 */
	@GetMapping("/trips")
	DataFrame trips(@Valid TripQuery query) {
		return this.trips.of(query);
	}

	/**
	 * As files, for links in pages, since a link cannot say what to accept.
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
	 * For people to look at, and so not too many.
	 */
	@GetMapping("/trips/{day}")
	Results<Row> day(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
			@RequestParam String station, @RequestParam(defaultValue = "0") int minutes) {
		return this.trips.onDay(day, station, minutes).maxRows(MOST_ROWS_OF_A_DAY);
	}

	/**
	 * The client has named a column that does not exist: Spark says so before the first
	 * row.
	 */
	@ExceptionHandler
	ProblemDetail refused(AnalysisException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "There is no such column.");
		problem.setProperty("errorClass", ex.errorClass());
		return problem;
	}

}
