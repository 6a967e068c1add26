package io.sparkex.boot.autoconfigure.embedded;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

import io.sparkex.embedded.EmbeddedSpark;
import io.sparkex.embedded.EmbeddedSparkBuilder;

/**
 * Starts an {@link EmbeddedSpark} as its properties say, and says which of them is wrong.
 */
final class EmbeddedSparkFactory {

	private final EmbeddedSparkProperties properties;

	EmbeddedSparkFactory(EmbeddedSparkProperties properties) {
		this.properties = properties;
	}

	EmbeddedSpark start() {
		return configure(EmbeddedSpark.builder()).start();
	}

	private EmbeddedSparkBuilder configure(EmbeddedSparkBuilder builder) {
		List<String> packages = this.properties.getPackages();
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put("sparkex.embedded.spark-home", this.properties.getSparkHome());
			entries.put("sparkex.embedded.packages", packages.isEmpty() ? null : packages);
		});
		apply("version", this.properties.getVersion(), builder::version);
		apply("spark-home", this.properties.getSparkHome(), builder::sparkHome);
		apply("java-home", this.properties.getJavaHome(), builder::javaHome);
		apply("heap", this.properties.getHeap(), (heap) -> builder.heap(heap.toBytes()));
		apply("startup-timeout", this.properties.getStartupTimeout(), builder::startupTimeout);
		apply("jvm-args", this.properties.getJvmArgs(), (args) -> builder.jvmArgs(array(args)));
		apply("packages", packages, (coordinates) -> builder.packages(array(coordinates)));
		apply("cache-directory", this.properties.getCacheDirectory(), builder::cacheDirectory);
		apply("log-level", this.properties.getLogLevel(), builder::logLevel);
		// A value may be a secret: only the key is shown when it is refused.
		this.properties.getConfig()
			.forEach((key, value) -> apply("config", key, (refusable) -> builder.config(refusable, value)));
		return builder;
	}

	private static <T> void apply(String name, @Nullable T value, Consumer<T> setting) {
		if (value == null) {
			return;
		}
		try {
			setting.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("sparkex.embedded." + name, value, ex.getMessage());
		}
	}

	private static String[] array(List<String> values) {
		return values.toArray(String[]::new);
	}

}
