package io.sparkex;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Annotation that sets a static field of type {@link SparkSession} to its own session on
 * the server of the default version before all tests of a class, and closes the session
 * after them.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestSessionExtension.class)
public @interface TestSession {

	/**
	 * Returns the configuration of the session.
	 * @return the entries, each as {@code key=value}
	 */
	String[] config() default {};

}
