package io.sparkex.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator of the physical plan has measured, such as how many rows a scan read.
 *
 * @param name the name of the operator, such as {@code Filter}
 * @param planId its id within the plan
 * @param parentId the id of the operator it feeds; its own for the top
 * @param metrics the values by their keys, in an unmodifiable map
 * @since 0.1.0
 */
public record OperatorMetrics(String name, long planId, long parentId, Map<String, Metric> metrics) {

	public OperatorMetrics {
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
	}

	/**
	 * A measured value.
	 *
	 * @param name what it says, such as {@code number of output rows}
	 * @param value the value, in the unit of its type
	 * @param type Spark's name of its unit, such as {@code sum}, {@code size} in bytes,
	 * {@code timing} in milliseconds or {@code nsTiming} in nanoseconds
	 */
	public record Metric(String name, long value, String type) {

	}

	/**
	 * The metrics of some operators as a text, an operator a line.
	 * @param operators the operators
	 * @return the text, for people
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
