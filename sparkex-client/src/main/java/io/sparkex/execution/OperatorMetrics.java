package io.sparkex.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of an operator of the physical plan, such as the number of rows that a scan
 * read.
 *
 * @param name the operator name, such as {@code Filter}
 * @param planId the id of the operator in the plan
 * @param parentId the id of the parent operator; its own id for the root
 * @param metrics the metrics by key, in an unmodifiable map
 * @since 0.1.0
 */
public record OperatorMetrics(String name, long planId, long parentId, Map<String, Metric> metrics) {

	public OperatorMetrics {
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
	}

	/**
	 * The value of a metric.
	 *
	 * @param name the display name, such as {@code number of output rows}
	 * @param value the value, in the unit of the type
	 * @param type Spark's metric type, such as {@code sum}, {@code size} in bytes,
	 * {@code timing} in milliseconds or {@code nsTiming} in nanoseconds
	 * @since 0.1.0
	 */
	public record Metric(String name, long value, String type) {

	}

	/**
	 * Formats the metrics of operators as text, one operator a line.
	 * @param operators the operators
	 * @return the text
	 */
	public static String describe(List<OperatorMetrics> operators) {
		StringBuilder out = new StringBuilder();
		for (OperatorMetrics operator : operators) {
			out.append(operator.name());
			operator.metrics()
				.values()
				.forEach((metric) -> out.append(", ").append(metric.name()).append(": ").append(metric.value()));
			out.append('\n');
		}
		return out.toString();
	}

}
