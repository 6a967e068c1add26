package io.sparkex.boot.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

import io.sparkex.boot.health.SparkHealthIndicator;

/**
 * Configuration properties for {@link SparkHealthIndicator}.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("management.health.sparkex")
public class SparkexHealthIndicatorProperties {

	/**
	 * Maximum time to wait for a response from the server.
	 */
	private Duration timeout = Duration.ofSeconds(3);

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

}
