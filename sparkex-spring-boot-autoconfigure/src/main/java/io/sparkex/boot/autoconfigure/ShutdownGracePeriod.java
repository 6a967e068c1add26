package io.sparkex.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Grace period for running queries on shutdown: shorter than the timeout of a shutdown
 * phase, so that time is left to cancel the remaining queries.
 */
final class ShutdownGracePeriod {

	private static final Duration DEFAULT_PHASE_TIMEOUT = Duration.ofSeconds(30);

	private final Environment environment;

	ShutdownGracePeriod(Environment environment) {
		this.environment = environment;
	}

	Duration get(SparkexProperties properties) {
		Duration maximum = phaseTimeout().multipliedBy(2).dividedBy(3);
		Duration gracePeriod = properties.getShutdown().getGracePeriod();
		if (gracePeriod == null) {
			return maximum;
		}
		if (gracePeriod.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("sparkex.shutdown.grace-period", gracePeriod,
					"It must not be negative.");
		}
		if (gracePeriod.compareTo(maximum) > 0) {
			throw new InvalidConfigurationPropertyValueException("sparkex.shutdown.grace-period", gracePeriod,
					"It must be at most two thirds of 'spring.lifecycle.timeout-per-shutdown-phase', that is " + maximum
							+ ". Increase that property as well.");
		}
		return gracePeriod;
	}

	private Duration phaseTimeout() {
		BindResult<Duration> timeout = Binder.get(this.environment)
			.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class);
		return timeout.isBound() ? timeout.get() : DEFAULT_PHASE_TIMEOUT;
	}

}
