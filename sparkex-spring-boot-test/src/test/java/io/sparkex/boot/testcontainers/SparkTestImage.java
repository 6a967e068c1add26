package io.sparkex.boot.testcontainers;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

import io.sparkex.SparkSession;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Spark image for tests: the published image if it is available, or an image with the
 * same layout that is built from a local Java image and the jars of the embedded server.
 */
final class SparkTestImage {

	private static final String PUBLISHED = "apache/spark:4.1.2";

	private static final String JAVA = "sparkex/java:17";

	private static final String SUBSTITUTE = "apache/spark:sparkex-substitute";

	private SparkTestImage() {
	}

	/**
	 * Provides the image.
	 * @throws UnavailableException if there is no container engine or no image
	 */
	static DockerImageName provide() {
		DockerClient client = client();
		if (isPresent(client, SUBSTITUTE)) {
			return DockerImageName.parse(SUBSTITUTE);
		}
		if (!isPresent(client, PUBLISHED) && isPresent(client, JAVA)) {
			return DockerImageName.parse(build());
		}
		pull(client);
		return DockerImageName.parse(PUBLISHED);
	}

	private static DockerClient client() {
		try {
			return DockerClientFactory.instance().client();
		}
		catch (RuntimeException ex) {
			throw new UnavailableException("no container engine is available: " + ex.getMessage());
		}
	}

	private static boolean isPresent(DockerClient client, String image) {
		try {
			client.inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	private static void pull(DockerClient client) {
		if (isPresent(client, PUBLISHED)) {
			return;
		}
		try {
			if (!client.pullImageCmd(PUBLISHED).start().awaitCompletion(10, TimeUnit.MINUTES)) {
				throw new UnavailableException("the image " + PUBLISHED + " was not pulled within 10 minutes");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnavailableException("the pull of " + PUBLISHED + " was interrupted");
		}
		catch (RuntimeException ex) {
			throw new UnavailableException("the image " + PUBLISHED + " cannot be pulled: " + ex.getMessage());
		}
	}

	private static String build() {
		ImageFromDockerfile image = new ImageFromDockerfile(SUBSTITUTE, false)
			.withFileFromClasspath("spark-submit", "io/sparkex/boot/testcontainers/spark-submit")
			.withDockerfileFromBuilder((builder) -> builder.from(JAVA)
				.copy("jars", "/opt/spark/jars")
				.copy("spark-submit", "/opt/spark/bin/spark-submit")
				.env("SPARK_HOME", "/opt/spark")
				.run("useradd --system --uid 185 spark && mkdir -p /opt/spark/work-dir"
						+ " && chown spark /opt/spark/work-dir && chmod 755 /opt/spark/bin/spark-submit")
				.user("185")
				.workDir("/opt/spark/work-dir"));
		jars().forEach((jar) -> image.withFileFromPath("jars/" + jar.getFileName(), jar));
		return image.get();
	}

	private static List<Path> jars() {
		try (EmbeddedSparkServer server = EmbeddedSparkServer.builder().start();
				SparkSession session = SparkSession.builder().url(server.url()).build()) {
			String classPath = session.sql("SELECT java_method('java.lang.System', 'getProperty', 'java.class.path')")
				.as(String.class)
				.single();
			return Arrays.stream(classPath.split(File.pathSeparator))
				.map(Path::of)
				.filter((path) -> !path.getFileName().toString().startsWith("sparkex-"))
				.toList();
		}
	}

	/**
	 * Exception thrown when no image is available.
	 */
	static final class UnavailableException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnavailableException(String message) {
			super(message);
		}

	}

}
