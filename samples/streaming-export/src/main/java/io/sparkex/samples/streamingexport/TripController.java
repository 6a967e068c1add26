package io.sparkex.samples.streamingexport;

import java.time.LocalDate;
import java.util.Locale;

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
	 * As a file, for links in pages, since browsers cannot be told what to accept.
	 */
	@GetMapping("/trips.{format}")
	ResponseEntity<DataFrame> download(@PathVariable ExportFormat format, @Valid TripQuery query) {
		String name = "trips." + format.name().toLowerCase(Locale.ROOT);
		return ResponseEntity.ok()
			.contentType(format.mediaType())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(this.trips.of(query));
	}

	/**
	 * For people to look at, and so not too many.
	 */
	@GetMapping("/trips/{day}")
	Results<Row> day(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
			@RequestParam String station) {
		return this.trips.onDay(day, station).maxRows(MOST_ROWS_OF_A_DAY);
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
