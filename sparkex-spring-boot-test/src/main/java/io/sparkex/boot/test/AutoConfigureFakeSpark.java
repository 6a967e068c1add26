package io.sparkex.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Annotation that connects the sessions of an application to a
 * {@link io.sparkex.test.FakeSpark} bean, which is reset after each test. Can be combined
 * with {@code @SpringBootTest} and with test slices: {@code @SparkexTest}, and slices
 * such as {@code @WebMvcTest}, which have no sessions otherwise. Takes precedence over
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
