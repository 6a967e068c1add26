package io.sparkex.embedded;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServerConfigurationTests {

	private final Path work;

	ServerConfigurationTests(@TempDir Path work) {
		this.work = work;
	}

	@ParameterizedTest
	@CsvSource({ "spark.connect.grpc.binding.port, port()", "spark.connect.grpc.binding.address, loopback",
			"spark.driver.host, loopback", "spark.driver.bindAddress, loopback",
			"spark.connect.authenticate.token, token()", "spark.driver.memory, heap(..)",
			"spark.jars.packages, packages(..)", "server.port, spark.hadoop." })
	void rejectsReservedPropertiesAndNamesAlternative(String key, String alternative) {
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedSparkServer.builder().config(key, "1"))
			.withMessageContaining("'" + key + "'")
			.withMessageContaining(alternative);
		assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedSparkServer.builder().config(Map.of(key, "1")));
	}

	@Test
	void allowsToOverrideDefaults() {
		assertThat(of(Map.of())).containsEntry("spark.sql.shuffle.partitions", "4");
		assertThat(of(Map.of("spark.sql.shuffle.partitions", "2"))).containsEntry("spark.sql.shuffle.partitions", "2");
	}

	@Test
	void bindsToLoopbackAndRequiresToken() {
		assertThat(of(Map.of())).containsEntry("spark.connect.grpc.binding.address", "127.0.0.1")
			.containsEntry("spark.connect.grpc.binding.port", "0")
			.containsEntry("spark.connect.authenticate.token", "secret");
	}

	private Map<String, String> of(Map<String, String> config) {
		return ServerConfiguration.of(config, new WorkDirectory(this.work), "secret");
	}

}
