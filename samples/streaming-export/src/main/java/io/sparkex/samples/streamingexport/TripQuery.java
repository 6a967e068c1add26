package io.sparkex.samples.streamingexport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Parameters of a request. Missing parameters do not restrict the trips.
 *
 * @param rows the number of trips before filtering
 * @param station the station where trips begin
 * @param since the first day
 * @param fare the minimum fare
 * @param columns the columns to export
 */
record TripQuery(@Min(1) @Max(10_000_000) @Nullable Long rows, @Nullable String station,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
		@PositiveOrZero @Nullable BigDecimal fare, @Size(min = 1) @Nullable List<String> columns) {

}
