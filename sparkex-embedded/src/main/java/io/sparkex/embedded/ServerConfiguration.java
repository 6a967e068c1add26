package io.sparkex.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Spark properties of the server: sparkex's defaults, the user's wishes over them,
 * and what nobody may change.
 */
final class ServerConfiguration {

	static final String LOOPBACK = "127.0.0.1";

	static final String TOKEN = "spark.connect.authenticate.token";

	private static final Map<String, String> REFUSED = refused();

	private ServerConfiguration() {
	}

	static void check(String key, String value) {
		if (!key.startsWith("spark.")) {
			throw new IllegalArgumentException("config '" + key + "' is not a Spark property: they start with"
					+ " 'spark.' (Hadoop's with 'spark.hadoop.')");
		}
		String reason = REFUSED.get(key);
		if (reason != null) {
			throw new IllegalArgumentException("config '" + key + "' cannot be set: " + reason);
		}
		if (value.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("config '" + key + "' has a value with a NUL character");
		}
	}

	static Map<String, String> of(Map<String, String> wishes, WorkDirectory work, String token) {
		Map<String, String> properties = new TreeMap<>();
		properties.put("spark.app.name", "sparkex-embedded");
		properties.put("spark.master", "local[*]");
		properties.put("spark.ui.enabled", "false");
		properties.put("spark.sql.catalogImplementation", "in-memory");
		// Spark's own 200 is meant for clusters: here each one is a task of a few
		// milliseconds and no data.
		properties.put("spark.sql.shuffle.partitions", "4");
		// An application that idles over lunch must not find its session gone.
		properties.put("spark.connect.session.manager.defaultSessionTimeout", "-1");
		properties.put("spark.sql.warehouse.dir", work.folder("warehouse").toUri().toString());
		properties.put("spark.hadoop.hadoop.tmp.dir", work.folder("hadoop").toString());
		properties.putAll(wishes);
		properties.put("spark.driver.host", LOOPBACK);
		properties.put("spark.driver.bindAddress", LOOPBACK);
		properties.put("spark.connect.grpc.binding.address", LOOPBACK);
		properties.put("spark.connect.grpc.binding.port", "0");
		properties.put(TOKEN, token);
		return properties;
	}

	private static Map<String, String> refused() {
		Map<String, String> refused = new HashMap<>();
		String port = "the system chooses a free port; read it from port() or url()";
		refused.put("spark.connect.grpc.binding.port", port);
		refused.put("spark.connect.grpc.port.maxRetries", port);
		String address = "the embedded server listens on loopback only";
		refused.put("spark.connect.grpc.binding.address", address);
		refused.put("spark.driver.host", address);
		refused.put("spark.driver.bindAddress", address);
		refused.put(TOKEN, "a random token is made for each server; read it from token() or url()");
		// These are read by spark-submit, which is not involved: they would silently do
		// nothing.
		refused.put("spark.driver.memory", "use heap(..) on the builder");
		refused.put("spark.driver.extraJavaOptions", "use jvmArgs(..) on the builder");
		refused.put("spark.driver.defaultJavaOptions", "use jvmArgs(..) on the builder");
		refused.put("spark.driver.extraClassPath", "use packages(..) on the builder");
		refused.put("spark.jars.packages", "use packages(..) on the builder");
		return Map.copyOf(refused);
	}

}
