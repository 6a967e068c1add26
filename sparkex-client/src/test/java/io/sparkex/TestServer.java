package io.sparkex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.embedded.EmbeddedSparkServerBuilder;

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
		return SparkSession.builder().url(get().url()).build();
	}

}
