package io.sparkex.boot.autoconfigure.embedded;

import java.util.List;

import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

import io.sparkex.boot.autoconfigure.PropertyApplier;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.embedded.EmbeddedSparkServerBuilder;

/**
 * Starts an {@link EmbeddedSparkServer} as its properties say, and says which of them is
 * wrong.
 */
final class EmbeddedSparkFactory {

	private final SparkexEmbeddedProperties properties;

	EmbeddedSparkFactory(SparkexEmbeddedProperties properties) {
		this.properties = properties;
	}

	/**
	 * All that makes one server differ from another.
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
		PropertyApplier applier = new PropertyApplier("sparkex.embedded");
		List<String> packages = this.properties.getPackages();
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put("sparkex.embedded.spark-home", this.properties.getSparkHome());
			entries.put("sparkex.embedded.packages", packages.isEmpty() ? null : packages);
		});
		applier.apply("version", this.properties.getVersion(), builder::version);
		applier.apply("spark-home", this.properties.getSparkHome(), builder::sparkHome);
		applier.apply("java-home", this.properties.getJavaHome(), builder::javaHome);
		applier.apply("heap", this.properties.getHeap(), (heap) -> builder.heap(heap.toBytes()));
		applier.apply("startup-timeout", this.properties.getStartupTimeout(), builder::startupTimeout);
		applier.apply("jvm-args", this.properties.getJvmArgs(), (args) -> builder.jvmArgs(array(args)));
		applier.apply("packages", packages, (coordinates) -> builder.packages(array(coordinates)));
		applier.apply("cache-directory", this.properties.getCacheDirectory(), builder::cacheDirectory);
		applier.apply("log-level", this.properties.getLogLevel(), builder::logLevel);
		// A value may be a secret: only the key is shown when it is refused.
		this.properties.getConfig()
			.forEach((key, value) -> applier.apply("config", key, (refusable) -> builder.config(refusable, value)));
		return builder;
	}

	private static String[] array(List<String> values) {
		return values.toArray(String[]::new);
	}

}
