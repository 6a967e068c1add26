package io.sparkex.boot.testcontainers;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.errors.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for an application with a {@link SparkConnectContainer}.
 */
@EnabledIfSparkImageAvailable
@Testcontainers
@SpringBootTest(properties = "sparkex.url=sc://example.invalid:1")
class SparkConnectContainerIntegrationTests {

	private static final String TOKEN = "a token, with spaces";

	@Container
	@ServiceConnection
	static final SparkConnectContainer spark = new SparkConnectContainer(SparkTestImage.provide()).withToken(TOKEN)
		.withConfig("spark.sql.shuffle.partitions", "3")
		.withConfig("spark.driver.extraJavaOptions", "-Dspaces=kept in one");

	@Autowired
	SparkSession session;

	@Autowired
	SparkConnectionDetails connectionDetails;

	@Test
	void runsQueriesOfApplication() {
		assertThat(this.session.range(1_000_000).filter("id % 2 = 0").count()).isEqualTo(500_000);
		assertThat(this.session.conf().get("spark.sql.shuffle.partitions")).isEqualTo("3");
		assertThat(this.session.sql("SELECT :name AS name", Map.of("name", "Åse")).as(String.class).single())
			.isEqualTo("Åse");
	}

	@Test
	void providesConnectionDetails() {
		assertThat(this.connectionDetails.getUrl()).isEqualTo(spark.getUrl())
			.isEqualTo("sc://%s:%d/;use_ssl=false", spark.getHost(), spark.getMappedPort(15002));
		assertThat(this.connectionDetails.getToken()).isEqualTo(TOKEN).isEqualTo(spark.getToken());
		assertThat(this.connectionDetails.getSslBundle()).isNull();
	}

	@Test
	void requiresToken() {
		try (SparkSession stranger = SparkSession.builder().url(spark.getUrl()).build()) {
			assertThatExceptionOfType(TransportException.class).isThrownBy(stranger::version);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(SparkexAutoConfiguration.class)
	static class Application {

	}

}
