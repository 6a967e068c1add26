package io.sparkex.boot.test;

import java.util.Set;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;

/**
 * {@link org.springframework.boot.context.TypeExcludeFilter} for
 * {@link SparkexTest @SparkexTest}.
 */
class SparkexTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<SparkexTest> {

	private static final Set<Class<?>> KNOWN_INCLUDES = Set.of(SparkSessionInitializer.class,
			SparkSessionBuilderCustomizer.class, ExecutionListener.class, SessionListener.class,
			SparkChannelCustomizer.class, SparkChannelFactory.class, SparkTokenSupplier.class, SparkUserSupplier.class);

	SparkexTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return KNOWN_INCLUDES;
	}

}
