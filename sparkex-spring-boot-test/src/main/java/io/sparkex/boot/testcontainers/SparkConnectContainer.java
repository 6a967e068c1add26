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
 * A Spark Connect server in a container, from an {@code apache/spark} image of Spark 4.
 * <p>
 * A static field {@code new SparkConnectContainer("apache/spark:4.1.2")} of a test, with
 * the annotations {@code Container} of Testcontainers and {@code ServiceConnection} of
 * Spring Boot, is started before the test, and used by the application.
 * <p>
 * Not safe for use by several threads until it has started.
 *
 * @since 0.1.0
 */
public class SparkConnectContainer extends GenericContainer<SparkConnectContainer> {

	static final int PORT = 15002;

	static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

	private static final DockerImageName IMAGE = DockerImageName.parse("apache/spark");

	private final Map<String, String> config = new LinkedHashMap<>();

	/**
	 * A container of an image.
	 * @param image the name of the image with its tag, such as {@code apache/spark:4.1.2}
	 * @throws IllegalStateException if the image is not of {@code apache/spark}
	 */
	public SparkConnectContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * A container of an image.
	 * @param image the image; one that is not of {@code apache/spark} has to be declared
	 * as a {@linkplain DockerImageName#asCompatibleSubstituteFor(String) substitute}
	 * @throws IllegalStateException if it is not
	 */
	@SuppressWarnings("this-escape")
	public SparkConnectContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE);
		addExposedPort(PORT);
		waitingFor(Wait.forListeningPort().withStartupTimeout(Duration.ofMinutes(3)));
	}

	/**
	 * Sets an option of the server, such as {@code spark.sql.extensions}. The later of
	 * two values for a key holds.
	 * @param key the key, which begins with {@code spark.}
	 * @param value its value
	 * @return this container
	 */
	public SparkConnectContainer withConfig(String key, String value) {
		Assert.isTrue(key.startsWith("spark."),
				() -> "The key '%s' is not one of Spark's, which begin with 'spark.'".formatted(key));
		this.config.put(key, value);
		return this;
	}

	/**
	 * Has the server ask for a bearer token.
	 * @param token the token
	 * @return this container
	 */
	public SparkConnectContainer withToken(String token) {
		Assert.hasText(token, "The token must not be empty");
		return withEnv(TOKEN, token);
	}

	/**
	 * The token that the server asks for.
	 * @return the token or {@code null} if it asks for none
	 */
	public @Nullable String getToken() {
		return getEnvMap().get(TOKEN);
	}

	/**
	 * Where the server is, without its token. Containers speak no TLS.
	 * @return a connection string, {@code sc://host:port/;use_ssl=false}
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
