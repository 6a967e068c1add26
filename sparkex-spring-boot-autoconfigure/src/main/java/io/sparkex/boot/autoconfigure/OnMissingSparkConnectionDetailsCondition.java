package io.sparkex.boot.autoconfigure;

import java.util.List;
import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that checks for connection details of the default session.
 * {@link ConditionalOnMissingBean @ConditionalOnMissingBean} would also find those with a
 * qualifier that names another session.
 */
final class OnMissingSparkConnectionDetailsCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> found = new SparkSessionBeans(Objects.requireNonNull(context.getBeanFactory(), "beanFactory"),
				SparkSessionsRegistrar.sessionNames(context.getEnvironment()))
			.sharedNames(SparkConnectionDetails.class);
		ConditionMessage.Builder message = ConditionMessage
			.forCondition(ConditionalOnMissingSparkConnectionDetails.class);
		return found.isEmpty() ? ConditionOutcome.match(message.didNotFind("any connection details").atAll())
				: ConditionOutcome.noMatch(message.found("bean", "beans").items(found));
	}

}
