package io.sparkex.boot.autoconfigure.embedded;

import java.net.URL;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RestartAwareEmbeddedSpark}.
 */
class RestartAwareEmbeddedSparkIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(SparkexEmbeddedAutoConfiguration.class, SparkexAutoConfiguration.class))
		.withPropertyValues("sparkex.embedded.enabled=true");

	private final AtomicReference<EmbeddedSparkServer> server = new AtomicReference<>();

	@BeforeEach
	void initialize() {
		Restarter.clearInstance();
		Restarter.initialize(new String[0], false, (thread) -> new URL[0], false);
	}

	@AfterEach
	void clear() {
		EmbeddedSparkServer last = this.server.get();
		if (last != null) {
			last.close();
		}
		Restarter.clearInstance();
	}

	private EmbeddedSparkServer run(String... properties) {
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			assertThat(context.getBean(SparkSession.class).range(3).count()).isEqualTo(3);
			this.server.set(context.getBean(EmbeddedSparkServer.class));
		});
		return last();
	}

	private EmbeddedSparkServer last() {
		return Objects.requireNonNull(this.server.get());
	}

	@Test
	void keepsServerWithSameSettings() {
		EmbeddedSparkServer first = run();
		assertThat(first.isRunning()).as("running after the context is closed").isTrue();
		assertThat(run()).isSameAs(first);
		EmbeddedSparkServer other = run("sparkex.embedded.config.spark.sql.shuffle.partitions=2");
		assertThat(other).isNotSameAs(first);
		assertThat(first.isRunning()).isFalse();
		other.close();
		assertThat(run("sparkex.embedded.config.spark.sql.shuffle.partitions=2")).as("replaces a closed server")
			.isNotSameAs(other);
	}

	@Test
	void usesOwnServer() {
		EmbeddedSparkServer own = mock(EmbeddedSparkServer.class);
		given(own.host()).willReturn("localhost");
		given(own.port()).willReturn(1);
		given(own.token()).willReturn("t1");
		this.contextRunner.withBean("own", EmbeddedSparkServer.class, () -> own)
			.run((context) -> assertThat(context).getBean(EmbeddedSparkServer.class).isSameAs(own));
	}

	@Test
	void stopsServerWithoutDevTools() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.devtools"))
			.run((context) -> this.server.set(context.getBean(EmbeddedSparkServer.class)));
		assertThat(last().isRunning()).isFalse();
	}

}
