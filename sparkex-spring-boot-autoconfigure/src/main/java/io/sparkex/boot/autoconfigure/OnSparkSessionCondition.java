package io.sparkex.boot.autoconfigure;

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.sparkex.SparkSession;

/**
 * Condition that checks for a session of any kind. The annotation
 * {@link ConditionalOnBean} would ignore named sessions, since they are not default
 * candidates.
 */
final class OnSparkSessionCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String[] names = Objects.requireNonNull(context.getBeanFactory(), "beanFactory")
			.getBeanNamesForType(SparkSession.class, true, false);
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnSparkSession.class);
		return (names.length > 0) ? ConditionOutcome.match(message.found("bean", "beans").items((Object[]) names))
				: ConditionOutcome.noMatch(message.didNotFind("any session").atAll());
	}

}
