package io.sparkex.boot.autoconfigure;

import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches unless only sessions with names are described: there is no default one to guess
 * then.
 */
final class OnDefaultSparkSessionCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Default Spark session");
		Set<String> names = NamedSparkSessionsRegistrar.names(context.getEnvironment());
		if (names.isEmpty()) {
			return ConditionOutcome.match(message.because("there are no named ones"));
		}
		if (StringUtils.hasText(context.getEnvironment().getProperty("sparkex.url"))) {
			return ConditionOutcome.match(message.foundExactly("property sparkex.url"));
		}
		if (hasOtherConnectionDetails(Objects.requireNonNull(context.getBeanFactory(), "beanFactory"), names)) {
			return ConditionOutcome.match(message.foundExactly("connection details"));
		}
		return ConditionOutcome.noMatch(message.because("there are named ones only"));
	}

	private static boolean hasOtherConnectionDetails(ConfigurableListableBeanFactory beans, Set<String> names) {
		return OnMissingSparkConnectionDetailsCondition.ofDefaultSession(beans, names)
			.stream()
			.filter((name) -> beans.getType(name) != PropertiesSparkConnectionDetails.class)
			.anyMatch((name) -> !isStandIn(beans, name));
	}

	private static boolean isStandIn(ConfigurableListableBeanFactory beans, String name) {
		return beans.containsBeanDefinition(name)
				&& beans.getBeanDefinition(name).hasAttribute(SparkConnectionDetails.STAND_IN);
	}

}
