package io.sparkex.boot.autoconfigure.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Condition that matches if DevTools restarts the application on changes.
 */
final class OnRestartCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("DevTools restart");
		if (!ClassUtils.isPresent("org.springframework.boot.devtools.restart.Restarter", context.getClassLoader())) {
			return ConditionOutcome.noMatch(message.didNotFind("class").items("Restarter"));
		}
		return new ConditionOutcome(isInitialized(), message.because("the restarter is or is not initialized"));
	}

	private static boolean isInitialized() {
		try {
			return Restarter.getInstance().getInitialUrls() != null;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}
