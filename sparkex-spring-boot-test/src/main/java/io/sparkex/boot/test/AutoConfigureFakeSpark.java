package io.sparkex.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Lets the sessions of an application talk to a {@link io.sparkex.test.FakeSpark} in this
 * JVM, which is a bean. It forgets its answers after each test. Goes with
 * {@code @SpringBootTest} as well as with slices: {@code @SparkexTest}, and those such as
 * {@code @WebMvcTest} that have no sessions without it. Takes precedence over
 * {@link EmbeddedSpark @EmbeddedSpark}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureFakeSpark {

}
