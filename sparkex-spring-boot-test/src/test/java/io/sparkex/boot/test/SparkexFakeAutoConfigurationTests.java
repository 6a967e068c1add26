package io.sparkex.boot.test;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexFakeAutoConfiguration}.
 */
class SparkexFakeAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexFakeAutoConfiguration.class, SparkexAutoConfiguration.class));

	@Test
	void providesFakeForSessions() {
		this.contextRunner.run((context) -> {
			context.getBean(FakeSpark.class).whenTable("t").thenReturn(List.of(1L));
			assertThat(context.getBean(SparkSession.class).table("t").as(Long.class).collect()).containsExactly(1L);
		});
	}

	@Test
	void backsOffForOwnFake() {
		this.contextRunner.withBean("own", FakeSpark.class, FakeSpark::new).run((context) -> {
			assertThat(context).hasSingleBean(FakeSpark.class);
			context.getBean("own", FakeSpark.class).whenTable("t").thenReturn(List.of(2L));
			assertThat(context.getBean(SparkSession.class).table("t").as(Long.class).collect()).containsExactly(2L);
		});
	}

}
