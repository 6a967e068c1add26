package io.sparkex.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for queries and commands. A bean of this type replaces
 * the {@link DefaultSparkObservationConvention}.
 *
 * @since 0.1.0
 */
public interface SparkObservationConvention extends ObservationConvention<SparkExecutionContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof SparkExecutionContext;
	}

}
