package io.sparkex.boot.test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotationMetadata;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.test.FakeSpark;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link FakeSpark} that all
 * sessions use. Applies only to tests with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class,
		beforeName = "io.sparkex.boot.autoconfigure.embedded.SparkexEmbeddedAutoConfiguration")
@Import(SparkexFakeAutoConfiguration.ConnectionDetailsRegistrar.class)
public final class SparkexFakeAutoConfiguration {

	private static final String TOKEN = "fake";

	@Bean
	@ConditionalOnMissingBean
	FakeSpark fakeSpark() {
		return new FakeSpark();
	}

	/**
	 * Creates the customizer of the fake server. It is ordered last, so that it overrides
	 * any other channel and token supplier.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SparkSessionBuilderCustomizer fakeSparkSessionBuilderCustomizer(FakeSpark fake) {
		return (builder) -> builder.channelFactory(fake.channelFactory()).token(TOKEN).allowTokenOverPlaintext(true);
	}

	/**
	 * Registrar of connection details that do not cause a default session in an
	 * application without one. A bean method could not set the attribute.
	 */
	static final class ConnectionDetailsRegistrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
			RootBeanDefinition details = new RootBeanDefinition(FakeSparkConnectionDetails.class);
			details.setPrimary(true);
			details.setAttribute(SparkConnectionDetails.OVERRIDE_ONLY, true);
			registry.registerBeanDefinition("fakeSparkConnectionDetails", details);
		}

	}

	/**
	 * {@link SparkConnectionDetails} that replace the properties.
	 */
	static final class FakeSparkConnectionDetails implements SparkConnectionDetails {

	}

}
