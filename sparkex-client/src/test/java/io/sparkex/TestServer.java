package io.sparkex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Real servers for tests: one for each version, started when first asked for and shared
 * by the whole run. They end with the JVM.
 */
public final class TestServer {

	/**
	 * The default of the embedded server: Spark 4.1 cannot do with newer Java.
	 */
	public static final String DEFAULT_VERSION = (Runtime.version().feature() < 23) ? "4.1.2" : "4.2.0";

	private static final Map<String, EmbeddedSparkServer> servers = new ConcurrentHashMap<>();

	private TestServer() {
	}

	static EmbeddedSparkServer get() {
		return get(DEFAULT_VERSION);
	}

	public static EmbeddedSparkServer get(String version) {
		return servers.computeIfAbsent(version,
				(wanted) -> EmbeddedSparkServer.builder()
					.version(wanted)
					.config("spark.sql.shuffle.partitions", "2")
					.start());
	}

	/**
	 * A new session on the server of the default version, to be closed by the caller.
	 */
	public static SparkSession session() {
		return SparkSession.builder().url(get().url()).build();
	}

}
