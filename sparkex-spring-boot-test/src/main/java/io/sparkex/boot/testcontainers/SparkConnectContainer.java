package io.sparkex.boot.testcontainers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Testcontainers implementation for Spark Connect, based on an {@code apache/spark} image
 * of Spark 4.
 * <p>
 * Use it as a static field {@code new SparkConnectContainer("apache/spark:4.1.2")} with
 * the annotations {@code Container} of Testcontainers and {@code ServiceConnection} of
 * Spring Boot.
 * <p>
 * Not thread-safe until it has started.
 *
 * @since 0.1.0
 */
public class SparkConnectContainer extends GenericContainer<SparkConnectContainer> {

	static final int PORT = 15002;

	static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

	private static final DockerImageName IMAGE = DockerImageName.parse("apache/spark");

	private final Map<String, String> config = new LinkedHashMap<>();

	/**
	 * Creates a container.
	 * @param image the name of the image with its tag, such as {@code apache/spark:4.1.2}
	 * @throws IllegalStateException if the image is not {@code apache/spark}
	 */
	public SparkConnectContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Creates a container.
	 * @param image the image; an image other than {@code apache/spark} has to be declared
	 * as a {@linkplain DockerImageName#asCompatibleSubstituteFor(String) substitute}
	 * @throws IllegalStateException if the image is not compatible
	 */
	@SuppressWarnings("this-escape")
	public SparkConnectContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE);
		addExposedPort(PORT);
		waitingFor(Wait.forListeningPort().withStartupTimeout(Duration.ofMinutes(3)));
	}

	/**
	 * Sets a Spark property of the server, such as {@code spark.sql.extensions}. Replaces
	 * a previous value of the same property.
	 * @param key the key, which starts with {@code spark.}
	 * @param value the value
	 * @return this container
	 */
	public SparkConnectContainer withConfig(String key, String value) {
		Assert.isTrue(key.startsWith("spark."),
				() -> "The key '%s' is not a Spark property, which starts with 'spark.'".formatted(key));
		this.config.put(key, value);
		return this;
	}

	/**
	 * Sets the bearer token that the server requires.
	 * @param token the token
	 * @return this container
	 */
	public SparkConnectContainer withToken(String token) {
		Assert.hasText(token, "The token must not be empty");
		return withEnv(TOKEN, token);
	}

	/**
	 * Returns the bearer token that the server requires.
	 * @return the token, or {@code null} if none is required
	 */
	public @Nullable String getToken() {
		return getEnvMap().get(TOKEN);
	}

	/**
	 * Returns the URL of the server, without its token and with TLS disabled.
	 * @return the connection string, {@code sc://host:port/;use_ssl=false}
	 * @throws IllegalStateException if the container has not started
	 */
	public String getUrl() {
		return url(this, false);
	}

	@Override
	protected void configure() {
		super.configure();
		List<String> command = new ArrayList<>(List.of("/opt/spark/bin/spark-submit", "--class",
				"org.apache.spark.sql.connect.service.SparkConnectServer"));
		this.config.forEach((key, value) -> {
			command.add("--conf");
			command.add(key + "=" + value);
		});
		setCommand(command.toArray(String[]::new));
	}

	static String url(Container<?> container, boolean encrypted) {
		return "sc://%s:%d/;use_ssl=%s".formatted(container.getHost(), container.getMappedPort(PORT), encrypted);
	}

}
