package io.sparkex.boot.testcontainers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.lifecycle.TestcontainersLifecycleApplicationContextInitializer;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with a container that is not a {@link SparkConnectContainer}.
 */
@EnabledIfSparkImageAvailable
@Testcontainers
@SpringBootTest
class SparkContainerConnectionDetailsFactoryIntegrationTests {

	@Container
	@ServiceConnection
	static final GenericContainer<?> spark = container();

	@Test
	void detectsContainerByImage(@Autowired SparkSession session, @Autowired SparkConnectionDetails details) {
		assertThat(details.getUrl()).startsWith("sc://%s:%d/".formatted(spark.getHost(), spark.getMappedPort(15002)));
		assertThat(details.getToken()).isEqualTo("secret");
		assertThat(session.range(7).count()).isEqualTo(7);
	}

	@Test
	void detectsContainerBeanByName() {
		new ApplicationContextRunner().withInitializer(new TestcontainersLifecycleApplicationContextInitializer())
			.withConfiguration(
					AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, SparkexAutoConfiguration.class))
			.withUserConfiguration(Development.class)
			.run((context) -> assertThat(context.getBean(SparkSession.class).range(7).count()).isEqualTo(7));
	}

	private static GenericContainer<?> container() {
		return new GenericContainer<>(SparkTestImage.provide())
			.withCommand("/opt/spark/bin/spark-submit", "--class",
					"org.apache.spark.sql.connect.service.SparkConnectServer")
			.withEnv("SPARK_CONNECT_AUTHENTICATE_TOKEN", "secret")
			.withExposedPorts(15002);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(SparkexAutoConfiguration.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Development {

		@Bean
		@ServiceConnection("spark")
		GenericContainer<?> database() {
			return container();
		}

	}

}
