package io.sparkex.boot.autoconfigure.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of observations.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.observations")
public class SparkexObservationProperties {

	/**
	 * Whether spans and the actuator endpoint show the plans of queries, which have the
	 * values in them that queries were given.
	 */
	private boolean includePlan;

	public boolean isIncludePlan() {
		return this.includePlan;
	}

	public void setIncludePlan(boolean includePlan) {
		this.includePlan = includePlan;
	}

}
