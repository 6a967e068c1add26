package io.sparkex.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches if there are no
 * {@link SparkConnectionDetails} for the default session. Connection details with a
 * qualifier that names another session are ignored.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnMissingSparkConnectionDetailsCondition.class)
public @interface ConditionalOnMissingSparkConnectionDetails {

}
