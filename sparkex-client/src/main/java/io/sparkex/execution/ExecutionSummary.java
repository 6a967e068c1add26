package io.sparkex.execution;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a query or command that is done.
 *
 * @param duration the time from its start until its last response was read here
 * @param rows how many rows arrived
 * @param bytes how many bytes of Arrow data arrived
 * @param operators what the operators of the physical plan have measured; empty if the
 * server did not say
 * @param observed the metrics that the query asked for with {@code observe}, by the name
 * of the observation; those that failed on the server are not among them
 * @since 0.1.0
 */
public record ExecutionSummary(Duration duration, long rows, long bytes, List<OperatorMetrics> operators,
		Map<String, Map<String, @Nullable Object>> observed) {

	public ExecutionSummary {
		operators = List.copyOf(operators);
		observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
	}

}
