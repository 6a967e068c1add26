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
 * Annotation for a test slice that focuses on Spark. Applies only the auto-configuration
 * of sparkex, and scans only for components that configure sessions. Other components can
 * be included with {@link #includeFilters()} or {@code @Import}.
 * <p>
 * The test runs against an {@linkplain EmbeddedSpark embedded server}, which an
 * additional {@code @EmbeddedSpark} on the class can configure, or against a fake with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark}.
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
	 * Properties to add to the environment before the test runs.
	 * @return the properties in the form {@literal key=value}
	 */
	String[] properties() default {};

	/**
	 * Determines if default filtering should be used, which includes only components of
	 * the slice.
	 * @return {@code false} to include all components
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters for components to include in addition to those of the slice.
	 * @return the include filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters for components of the slice to exclude.
	 * @return the exclude filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations to exclude.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
