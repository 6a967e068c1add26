package io.sparkex.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Points the applications of tests with {@link EmbeddedSpark @EmbeddedSpark} at their
 * server, unless they have a fake.
 */
class EmbeddedSparkContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		if (TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureFakeSpark.class)) {
			return null;
		}
		EmbeddedSpark annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, EmbeddedSpark.class);
		return (annotation != null) ? new EmbeddedSparkContextCustomizer(EmbeddedSparkSettings.of(annotation)) : null;
	}

}
