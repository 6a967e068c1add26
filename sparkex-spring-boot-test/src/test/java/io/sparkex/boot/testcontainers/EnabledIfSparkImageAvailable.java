package io.sparkex.boot.testcontainers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * Annotation that disables a test class if there is no container engine or Spark image.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledIfSparkImageAvailable.Condition.class)
@interface EnabledIfSparkImageAvailable {

	/**
	 * Condition that is checked once for all classes.
	 */
	final class Condition implements ExecutionCondition {

		private static final Logger logger = LoggerFactory.getLogger(Condition.class);

		private static final ConditionEvaluationResult result = evaluate();

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return result;
		}

		private static ConditionEvaluationResult evaluate() {
			try {
				DockerImageName image = SparkTestImage.provide();
				return ConditionEvaluationResult.enabled("Containers run " + image.asCanonicalNameString());
			}
			catch (RuntimeException ex) {
				logger.warn("Skipping tests with containers: {}", ex.getMessage());
				return ConditionEvaluationResult.disabled("No containers: " + ex.getMessage());
			}
		}

	}

}
