package io.sparkex.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

import io.sparkex.SparkSession;

/**
 * {@link Conditional @Conditional} that matches if there is a {@link SparkSession} of any
 * kind, including named sessions.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnSparkSessionCondition.class)
public @interface ConditionalOnSparkSession {

}
