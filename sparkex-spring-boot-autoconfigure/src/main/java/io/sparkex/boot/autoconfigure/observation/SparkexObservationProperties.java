package io.sparkex.boot.autoconfigure.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for observations.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.observations")
public class SparkexObservationProperties {

	/**
	 * Whether to include query plans in spans and in the actuator endpoint. Plans contain
	 * the parameter values of queries.
	 */
	private boolean includePlan;

	public boolean isIncludePlan() {
		return this.includePlan;
	}

	public void setIncludePlan(boolean includePlan) {
		this.includePlan = includePlan;
	}

}
