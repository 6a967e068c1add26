package io.sparkex.boot.docker.compose;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SparkDockerComposeConnectionDetailsFactory}, located through
 * {@code spring.factories}.
 */
class SparkDockerComposeConnectionDetailsFactoryTests {

	private static final String LABEL = "org.springframework.boot.service-connection";

	@Test
	void detectsServerByImage() {
		SparkConnectionDetails details = details(new Service("apache/spark:4.1.2", Map.of(15002, 33001)));
		assertThat(details).isNotNull();
		assertThat(details.getUrl()).isEqualTo("sc://docker.example.com:33001/;use_ssl=false");
		assertThat(details.getToken()).isNull();
		assertThat(details.isTokenAllowedOverPlaintext()).as("tokens of suppliers").isFalse();
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void readsTokenFromEnvironment() {
		SparkConnectionDetails details = details(new Service("apache/spark", Map.of(15002, 33001), Map.of(),
				Map.of("SPARK_CONNECT_AUTHENTICATE_TOKEN", "secret")));
		assertThat(details).isNotNull();
		assertThat(details.getToken()).isEqualTo("secret");
		assertThat(details.isTokenAllowedOverPlaintext()).isTrue();
	}

	@Test
	void detectsServerByLabel() {
		SparkConnectionDetails details = details(new Service("registry.example.com/lakehouse:7", Map.of(15002, 33001),
				Map.of(LABEL, "spark"), Map.of()));
		assertThat(details).isNotNull();
		assertThat(details.getUrl()).isEqualTo("sc://docker.example.com:33001/;use_ssl=false");
	}

	@Test
	void ignoresMastersAndWorkers() {
		assertThat(details(new Service("apache/spark:4.1.2", Map.of(8080, 33001)))).isNull();
	}

	@Test
	void ignoresOtherServices() {
		assertThat(details(new Service("postgres:18", Map.of(15002, 33001)))).isNull();
		assertThat(details(new Service("apache/spark:4.1.2", Map.of(15002, 33001), Map.of(LABEL, "other"), Map.of())))
			.isNull();
	}

	@Test
	void reportsUnpublishedPortOfLabelledServer() {
		Service service = new Service("apache/spark", Map.of(8080, 33001), Map.of(LABEL, "spark"), Map.of());
		assertThatIllegalStateException().isThrownBy(() -> details(service)).withMessageContaining("15002");
	}

	private static @Nullable SparkConnectionDetails details(RunningService service) {
		Map<Class<?>, ConnectionDetails> details = new ConnectionDetailsFactories(
				SparkDockerComposeConnectionDetailsFactoryTests.class.getClassLoader())
			.getConnectionDetails(source(service), false);
		return (SparkConnectionDetails) details.get(SparkConnectionDetails.class);
	}

	private static DockerComposeConnectionSource source(RunningService service) {
		try {
			Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
				.getDeclaredConstructor(RunningService.class, Environment.class);
			constructor.setAccessible(true);
			return constructor.newInstance(service, new MockEnvironment());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Service(ImageReference image, Map<Integer, Integer> published, Map<String, String> labels,
			Map<String, String> env) implements RunningService, ConnectionPorts {

		Service(String image, Map<Integer, Integer> published) {
			this(image, published, Map.of(), Map.of());
		}

		Service(String image, Map<Integer, Integer> published, Map<String, String> labels, Map<String, String> env) {
			this(ImageReference.of(image), published, labels, env);
		}

		@Override
		public String name() {
			return "spark-1";
		}

		@Override
		public String host() {
			return "docker.example.com";
		}

		@Override
		public ConnectionPorts ports() {
			return this;
		}

		@Override
		public int get(int containerPort) {
			Integer port = this.published.get(containerPort);
			if (port == null) {
				throw new IllegalStateException("No host port mapping found for container port " + containerPort);
			}
			return port;
		}

		@Override
		public List<Integer> getAll() {
			return List.copyOf(this.published.values());
		}

		@Override
		public List<Integer> getAll(@Nullable String protocol) {
			return getAll();
		}

	}

}
