package io.sparkex.boot.test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.testing.FakeSpark;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link FakeSpark} that all
 * sessions talk to. Only for tests with
 * {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class,
		beforeName = "io.sparkex.boot.autoconfigure.embedded.EmbeddedSparkAutoConfiguration")
public final class FakeSparkAutoConfiguration {

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

	@Bean
	@Primary
	SparkConnectionDetails fakeSparkConnectionDetails() {
		return new SparkConnectionDetails() {
		};
	}

}
