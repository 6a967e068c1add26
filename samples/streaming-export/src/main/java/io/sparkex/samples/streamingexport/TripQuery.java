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
 * What a request asks for. Whatever is left out does not restrict the trips.
 *
 * @param rows how many trips there are to choose from
 * @param station where trips begin
 * @param since the first day
 * @param fare the least fare
 * @param columns the columns to export
 */
record TripQuery(@Min(1) @Max(10_000_000) @Nullable Long rows, @Nullable String station,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
		@PositiveOrZero @Nullable BigDecimal fare, @Size(min = 1) @Nullable List<String> columns) {

}
