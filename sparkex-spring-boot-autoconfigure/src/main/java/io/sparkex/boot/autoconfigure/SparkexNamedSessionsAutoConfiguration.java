package io.sparkex.boot.autoconfigure;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Import;

import io.sparkex.SparkSession;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link SparkSession} for each
 * name under {@code sparkex.sessions}, to be injected with that name as a
 * {@link Qualifier}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@Import(NamedSparkSessionsRegistrar.class)
public final class SparkexNamedSessionsAutoConfiguration {

}
