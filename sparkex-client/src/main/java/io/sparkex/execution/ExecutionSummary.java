package io.sparkex.execution;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Summary of a query or command that has completed.
 *
 * @param duration the time from the start until the last response was received
 * @param rows the number of received rows
 * @param bytes the number of received bytes of Arrow data
 * @param operators the metrics of the operators of the physical plan; empty if the server
 * did not send them
 * @param observed the metrics that the observations of the query computed, by observation
 * name; metrics that failed on the server are missing
 * @since 0.1.0
 */
public record ExecutionSummary(Duration duration, long rows, long bytes, List<OperatorMetrics> operators,
		Map<String, Map<String, @Nullable Object>> observed) {

	public ExecutionSummary {
		operators = List.copyOf(operators);
		observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
	}

}
