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
 * sessions talk to. Only for tests with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class,
		beforeName = "io.sparkex.boot.autoconfigure.embedded.SparkexEmbeddedAutoConfiguration")
@Import(SparkexFakeAutoConfiguration.StandIn.class)
public final class SparkexFakeAutoConfiguration {

	private static final String TOKEN = "fake";

	@Bean
	@ConditionalOnMissingBean
	FakeSpark fakeSpark() {
		return new FakeSpark();
	}

	/**
	 * The last one, so that no other channel is opened and nobody else is asked for
	 * tokens, whatever is configured.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SparkSessionBuilderCustomizer fakeSparkChannel(FakeSpark fake) {
		return (builder) -> builder.channelFactory(fake.channelFactory()).token(TOKEN).allowTokenOverPlaintext(true);
	}

	/**
	 * An application without a default session must not have one in tests.
	 */
	static final class StandIn implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
			RootBeanDefinition details = new RootBeanDefinition(FakeSparkConnectionDetails.class);
			details.setPrimary(true);
			details.setAttribute(SparkConnectionDetails.STAND_IN, true);
			registry.registerBeanDefinition("fakeSparkConnectionDetails", details);
		}

	}

	/**
	 * Keeps the properties from being read, since they do not count.
	 */
	static final class FakeSparkConnectionDetails implements SparkConnectionDetails {

	}

}
