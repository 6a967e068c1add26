package io.sparkex.boot.autoconfigure;

import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Condition that matches unless only named sessions are configured. In that case, the
 * server of the default session is not known.
 */
final class OnDefaultSparkSessionCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Default Spark session");
		Environment environment = context.getEnvironment();
		Set<String> names = SparkSessionsRegistrar.sessionNames(environment);
		if (names.isEmpty()) {
			return ConditionOutcome.match(message.because("there are no named sessions"));
		}
		if (StringUtils.hasText(environment.getProperty("sparkex.url"))) {
			return ConditionOutcome.match(message.foundExactly("property sparkex.url"));
		}
		ConfigurableListableBeanFactory beanFactory = Objects.requireNonNull(context.getBeanFactory(), "beanFactory");
		boolean found = new SparkSessionBeans(beanFactory, names).sharedNames(SparkConnectionDetails.class)
			.stream()
			.anyMatch((name) -> impliesDefaultSession(beanFactory, name));
		return found ? ConditionOutcome.match(message.foundExactly("connection details"))
				: ConditionOutcome.noMatch(message.because("only named sessions are configured"));
	}

	private static boolean impliesDefaultSession(ConfigurableListableBeanFactory beanFactory, String name) {
		boolean overrideOnly = beanFactory.containsBeanDefinition(name)
				&& beanFactory.getBeanDefinition(name).hasAttribute(SparkConnectionDetails.OVERRIDE_ONLY);
		return !overrideOnly && beanFactory.getType(name) != PropertiesSparkConnectionDetails.class;
	}

}
