package io.sparkex.samples.observability;

import java.util.stream.Stream;

import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.sparkex.boot.observation.DefaultSparkObservationConvention;
import io.sparkex.boot.observation.SparkExecutionContext;
import io.sparkex.execution.ExecutionRequest;

/**
 * Tells the kind of report, too: in the metrics and in the spans.
 */
@Component
class ReportObservationConvention extends DefaultSparkObservationConvention {

	private static final String KEY = "report";

	/**
	 * Is asked at the start and at the end. What the execution bears is to be read at the
	 * start.
	 */
	@Override
	public KeyValues getLowCardinalityKeyValues(SparkExecutionContext context) {
		String report = context.computeIfAbsent(KEY, (key) -> reportOf(context.getCarrier()));
		return super.getLowCardinalityKeyValues(context).and(KEY, report);
	}

	private static String reportOf(@Nullable ExecutionRequest request) {
		return Stream.ofNullable(request)
			.flatMap((carrier) -> carrier.tags().stream())
			.filter((tag) -> tag.startsWith(Reports.TAG))
			.findFirst()
			.map((tag) -> tag.substring(Reports.TAG.length()))
			.orElse("none");
	}

}
