package io.sparkex.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the code that uses Spark and of nothing else: only the auto-configuration of
 * sparkex applies, and of the components of the application only those that set up
 * sessions are found. Others are included with {@link #includeFilters()} or
 * {@code @Import}.
 * <p>
 * It runs against an {@linkplain EmbeddedSpark embedded Spark}, whose settings another
 * {@code @EmbeddedSpark} on the class may change, or with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark} without any.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(SparkexTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(SparkexTypeExcludeFilter.class)
@AutoConfigureSparkex
@EmbeddedSpark
@ImportAutoConfiguration
public @interface SparkexTest {

	/**
	 * Properties that are added to the environment before the test runs.
	 * @return the properties in the form {@literal key=value}
	 */
	String[] properties() default {};

	/**
	 * Whether only those components are found that belong to the slice.
	 * @return {@code false} to find all
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters for components to be found although they do not belong to the slice.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters for components not to be found although they belong to the slice.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that are not to apply.
	 * @return their classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
