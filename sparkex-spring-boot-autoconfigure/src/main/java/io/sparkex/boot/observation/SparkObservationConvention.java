package io.sparkex.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observations of queries and commands and what they tell. A bean of this type
 * takes the place of {@link DefaultSparkObservationConvention}.
 *
 * @since 0.1.0
 */
public interface SparkObservationConvention extends ObservationConvention<SparkExecutionContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof SparkExecutionContext;
	}

}
