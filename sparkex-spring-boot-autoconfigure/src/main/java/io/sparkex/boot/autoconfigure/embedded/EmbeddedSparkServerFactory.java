package io.sparkex.boot.autoconfigure.embedded;

import java.util.List;

import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

import io.sparkex.boot.autoconfigure.NamedProperties;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.embedded.EmbeddedSparkServerBuilder;

/**
 * Factory that starts an {@link EmbeddedSparkServer} that is configured by
 * {@link SparkexEmbeddedProperties}.
 */
final class EmbeddedSparkServerFactory {

	private final SparkexEmbeddedProperties properties;

	EmbeddedSparkServerFactory(SparkexEmbeddedProperties properties) {
		this.properties = properties;
	}

	/**
	 * Returns all settings that distinguish one server from another.
	 */
	String settings() {
		return String.join("\n", String.valueOf(this.properties.getVersion()),
				String.valueOf(this.properties.getSparkHome()), String.valueOf(this.properties.getJavaHome()),
				String.valueOf(this.properties.getHeap()), String.valueOf(this.properties.getJvmArgs()),
				String.valueOf(this.properties.getPackages()), String.valueOf(this.properties.getCacheDirectory()),
				String.valueOf(this.properties.getLogLevel()), String.valueOf(this.properties.getConfig()));
	}

	EmbeddedSparkServer start() {
		return configure(EmbeddedSparkServer.builder()).start();
	}

	private EmbeddedSparkServerBuilder configure(EmbeddedSparkServerBuilder builder) {
		NamedProperties named = new NamedProperties("sparkex.embedded");
		List<String> packages = this.properties.getPackages();
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put("sparkex.embedded.spark-home", this.properties.getSparkHome());
			entries.put("sparkex.embedded.packages", packages.isEmpty() ? null : packages);
		});
		named.apply("version", this.properties.getVersion(), builder::version);
		named.apply("spark-home", this.properties.getSparkHome(), builder::sparkHome);
		named.apply("java-home", this.properties.getJavaHome(), builder::javaHome);
		named.apply("heap", this.properties.getHeap(), (heap) -> builder.heap(heap.toBytes()));
		named.apply("startup-timeout", this.properties.getStartupTimeout(), builder::startupTimeout);
		named.apply("jvm-args", this.properties.getJvmArgs(), (args) -> builder.jvmArgs(toArray(args)));
		named.apply("packages", this.properties.getPackages(), (coordinates) -> builder.packages(toArray(coordinates)));
		named.apply("cache-directory", this.properties.getCacheDirectory(), builder::cacheDirectory);
		named.apply("log-level", this.properties.getLogLevel(), builder::logLevel);
		// Values may be secrets, so the error message shows only the key.
		this.properties.getConfig()
			.forEach((key, value) -> named.apply("config", key, (name) -> builder.config(name, value)));
		return builder;
	}

	private static String[] toArray(List<String> values) {
		return values.toArray(String[]::new);
	}

}
