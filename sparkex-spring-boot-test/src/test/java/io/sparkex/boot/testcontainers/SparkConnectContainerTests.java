package io.sparkex.boot.testcontainers;

import org.junit.jupiter.api.Test;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SparkConnectContainer} without a container engine.
 */
class SparkConnectContainerTests {

	@Container
	@ServiceConnection
	static SparkConnectContainer spark = new SparkConnectContainer("apache/spark:4.1.2");

	private final SparkConnectContainer container = new SparkConnectContainer("apache/spark:4.1.2");

	@Test
	void hasNoTokenByDefault() {
		assertThat(this.container.getToken()).isNull();
		assertThat(this.container.withToken("secret").getToken()).isEqualTo("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> this.container.withToken(" "))
			.withMessage("The token must not be empty");
	}

	@Test
	void exposesSparkConnectPort() {
		assertThat(spark.getExposedPorts()).containsExactly(15002);
	}

	@Test
	void passesConfigurationToServer() {
		this.container.withConfig("spark.a", "1").withConfig("spark.b", "x y=z").withConfig("spark.a", "2");
		this.container.configure();
		assertThat(this.container.getCommandParts()).containsExactly("/opt/spark/bin/spark-submit", "--class",
				"org.apache.spark.sql.connect.service.SparkConnectServer", "--conf", "spark.a=2", "--conf",
				"spark.b=x y=z");
	}

	@Test
	void rejectsKeysThatSparkIgnores() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.container.withConfig("sql.ansi.enabled", "true"))
			.withMessage("The key 'sql.ansi.enabled' is not a Spark property, which starts with 'spark.'");
	}

	@Test
	void rejectsOtherImages() {
		assertThatIllegalStateException().isThrownBy(() -> new SparkConnectContainer("postgres:18"))
			.withMessageContaining("apache/spark");
		DockerImageName substitute = DockerImageName.parse("registry.example.com/spark:4")
			.asCompatibleSubstituteFor("apache/spark");
		assertThatNoException().isThrownBy(() -> new SparkConnectContainer(substitute));
	}

}
