package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks for connection details of the default session.
 */
final class OnMissingSparkConnectionDetailsCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		List<String> found = new ArrayList<>();
		Set<String> sessions = NamedSparkSessionsRegistrar.names(context.getEnvironment());
		BeanFactory factory = Objects.requireNonNull(context.getBeanFactory(), "beanFactory");
		while (factory instanceof ConfigurableListableBeanFactory current) {
			found.addAll(ofDefaultSession(current, sessions));
			factory = current.getParentBeanFactory();
		}
		ConditionMessage.Builder message = ConditionMessage
			.forCondition(ConditionalOnMissingSparkConnectionDetails.class);
		return found.isEmpty() ? ConditionOutcome.match(message.didNotFind("any connection details").atAll())
				: ConditionOutcome.noMatch(message.found("bean", "beans").items(found));
	}

	/**
	 * The names of the beans that say where the server of the default session is.
	 * @param beans where they are
	 * @param sessions the names of all other sessions
	 */
	static List<String> ofDefaultSession(ConfigurableListableBeanFactory beans, Set<String> sessions) {
		SparkSessionBeans sessionBeans = new SparkSessionBeans(beans, sessions);
		return Arrays.stream(beans.getBeanNamesForType(SparkConnectionDetails.class, true, false))
			.filter((name) -> sessionBeans.owner(beans, name) == null)
			.filter((name) -> new SessionBean<>(beans, name, SparkConnectionDetails.class, null).isCandidate())
			.toList();
	}

}
