package io.sparkex.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * How long to wait for queries at the end of an application: no longer than Boot waits
 * for a phase of the shutdown, with some time left to stop what still runs.
 */
final class ShutdownGracePeriod {

	private static final Duration DEFAULT_PHASE_TIMEOUT = Duration.ofSeconds(30);

	private final Environment environment;

	ShutdownGracePeriod(Environment environment) {
		this.environment = environment;
	}

	Duration of(SparkexProperties properties) {
		Duration atMost = phaseTimeout().multipliedBy(2).dividedBy(3);
		Duration wanted = properties.getShutdown().getGracePeriod();
		if (wanted == null) {
			return atMost;
		}
		if (wanted.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("sparkex.shutdown.grace-period", wanted,
					"It must not be negative.");
		}
		if (wanted.compareTo(atMost) > 0) {
			throw new InvalidConfigurationPropertyValueException("sparkex.shutdown.grace-period", wanted,
					"It must be at most two thirds of 'spring.lifecycle.timeout-per-shutdown-phase', that is " + atMost
							+ ". Raise that, too.");
		}
		return wanted;
	}

	private Duration phaseTimeout() {
		BindResult<Duration> timeout = Binder.get(this.environment)
			.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class);
		return timeout.isBound() ? timeout.get() : DEFAULT_PHASE_TIMEOUT;
	}

}
