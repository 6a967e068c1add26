package io.sparkex.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * {@link ContextCustomizerFactory} for {@link EmbeddedSpark @EmbeddedSpark}, unless the
 * test uses a {@link io.sparkex.test.FakeSpark}.
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
