package io.sparkex.samples.observability;

import java.util.Set;

import io.micrometer.common.KeyValues;
import org.springframework.stereotype.Component;

import io.sparkex.boot.observation.DefaultSparkObservationConvention;
import io.sparkex.boot.observation.SparkExecutionContext;

/**
 * Convention that adds the name of the report to metrics and spans.
 */
@Component
class ReportObservationConvention extends DefaultSparkObservationConvention {

	private static final String KEY = "report";

	@Override
	public KeyValues getLowCardinalityKeyValues(SparkExecutionContext context) {
		return super.getLowCardinalityKeyValues(context).and(KEY, report(context.getTags()));
	}

	private static String report(Set<String> tags) {
		return tags.stream()
			.filter((tag) -> tag.startsWith(Reports.TAG))
			.findFirst()
			.map((tag) -> tag.substring(Reports.TAG.length()))
			.orElse("none");
	}

}
