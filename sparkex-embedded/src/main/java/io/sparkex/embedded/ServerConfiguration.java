package io.sparkex.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spark properties of the server: defaults, properties of the user, and reserved
 * properties.
 */
final class ServerConfiguration {

	static final String LOOPBACK = "127.0.0.1";

	static final String TOKEN = "spark.connect.authenticate.token";

	private static final Map<String, String> REJECTED = rejected();

	private ServerConfiguration() {
	}

	static void check(String key, String value) {
		if (!key.startsWith("spark.")) {
			throw new IllegalArgumentException("config '" + key + "' is not a Spark property, which starts with"
					+ " 'spark.' (or with 'spark.hadoop.' for Hadoop)");
		}
		String reason = REJECTED.get(key);
		if (reason != null) {
			throw new IllegalArgumentException("config '" + key + "' cannot be set: " + reason);
		}
		if (value.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("config '" + key + "' has a value with a NUL character");
		}
	}

	static Map<String, String> of(Map<String, String> config, WorkDirectory work, String token) {
		Map<String, String> properties = new TreeMap<>();
		properties.put("spark.app.name", "sparkex-embedded");
		properties.put("spark.master", "local[*]");
		properties.put("spark.ui.enabled", "false");
		properties.put("spark.sql.catalogImplementation", "in-memory");
		// The default of 200 is meant for clusters. Locally, each partition is a task of
		// a few milliseconds without data.
		properties.put("spark.sql.shuffle.partitions", "4");
		// Sessions must not expire while an application is idle.
		properties.put("spark.connect.session.manager.defaultSessionTimeout", "-1");
		properties.put("spark.sql.warehouse.dir", work.folder("warehouse").toUri().toString());
		properties.put("spark.hadoop.hadoop.tmp.dir", work.folder("hadoop").toString());
		properties.putAll(config);
		properties.put("spark.driver.host", LOOPBACK);
		properties.put("spark.driver.bindAddress", LOOPBACK);
		properties.put("spark.connect.grpc.binding.address", LOOPBACK);
		properties.put("spark.connect.grpc.binding.port", "0");
		properties.put(TOKEN, token);
		return properties;
	}

	private static Map<String, String> rejected() {
		Map<String, String> rejected = new HashMap<>();
		String port = "the server uses a free port, see port() or url()";
		rejected.put("spark.connect.grpc.binding.port", port);
		rejected.put("spark.connect.grpc.port.maxRetries", port);
		String address = "the embedded server listens on loopback only";
		rejected.put("spark.connect.grpc.binding.address", address);
		rejected.put("spark.driver.host", address);
		rejected.put("spark.driver.bindAddress", address);
		rejected.put(TOKEN, "each server has a random token, see token() or url()");
		// Only spark-submit reads these properties, so they would have no effect.
		rejected.put("spark.driver.memory", "use heap(..) on the builder");
		rejected.put("spark.driver.extraJavaOptions", "use jvmArgs(..) on the builder");
		rejected.put("spark.driver.defaultJavaOptions", "use jvmArgs(..) on the builder");
		rejected.put("spark.driver.extraClassPath", "use packages(..) on the builder");
		rejected.put("spark.jars.packages", "use packages(..) on the builder");
		return Map.copyOf(rejected);
	}

}
