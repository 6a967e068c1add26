package io.sparkex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.embedded.EmbeddedSparkServerBuilder;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Real servers for tests: one for each version, started on first use and shared by all
 * tests. They are stopped with the JVM.
 */
public final class TestServer {

	/**
	 * The default version of the embedded server. Spark 4.1 does not support newer Java
	 * versions.
	 */
	public static final String DEFAULT_VERSION = (Runtime.version().feature() < 23) ? "4.1.2" : "4.2.0";

	private static final Map<String, EmbeddedSparkServer> servers = new ConcurrentHashMap<>();

	private TestServer() {
	}

	static EmbeddedSparkServer get() {
		return get(DEFAULT_VERSION);
	}

	public static EmbeddedSparkServer get(String version) {
		return servers.computeIfAbsent(version, (wanted) -> builder(wanted).start());
	}

	/**
	 * Creates a builder for a separate server, which compiles with C1 only: the queries
	 * of tests are too short for C2.
	 */
	static EmbeddedSparkServerBuilder builder(String version) {
		return EmbeddedSparkServer.builder()
			.version(version)
			.jvmArgs("-XX:TieredStopAtLevel=1")
			.config("spark.sql.shuffle.partitions", "2");
	}

	/**
	 * Creates a session on the server of the default version. The caller must close it.
	 */
	public static SparkSession session() {
		return session(DEFAULT_VERSION);
	}

	/**
	 * Creates a session on the server of a version, or skips the test if that version
	 * does not support this Java version. The caller must close the session.
	 */
	static SparkSession session(String version) {
		assumeSupported(version);
		return SparkSession.builder().url(get(version).url()).build();
	}

	/**
	 * Skips the test if a version of Spark does not support this Java version.
	 */
	static void assumeSupported(String version) {
		assumeThat(version.startsWith("4.2") || Runtime.version().feature() < 23)
			.as("Spark before 4.2 does not support Java 23 or later")
			.isTrue();
	}

}
