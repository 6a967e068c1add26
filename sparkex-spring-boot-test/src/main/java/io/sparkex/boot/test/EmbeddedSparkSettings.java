package io.sparkex.boot.test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import io.sparkex.embedded.EmbeddedSparkServerBuilder;

/**
 * What a class asks of its server. Classes with equal settings share one.
 *
 * @param version the version of Spark, or nothing for the default
 * @param config the configuration to start with
 * @param packages Maven artifacts for its class path
 */
record EmbeddedSparkSettings(String version, Map<String, String> config, List<String> packages) {

	private static final String SERVER = "io.sparkex.embedded.EmbeddedSparkServer";

	static EmbeddedSparkSettings of(EmbeddedSpark annotation) {
		if (!ClassUtils.isPresent(SERVER, EmbeddedSparkSettings.class.getClassLoader())) {
			throw new IllegalStateException("@EmbeddedSpark needs the embedded Spark on the class path of the tests:"
					+ " add the dependency io.sparkex:sparkex-embedded");
		}
		return of(annotation.version(), annotation.config(), annotation.packages());
	}

	/**
	 * The settings that an annotation gives.
	 * @param version the version of Spark, or nothing for the default
	 * @param entries the configuration as {@code key=value}
	 * @param packages Maven artifacts
	 */
	static EmbeddedSparkSettings of(String version, String[] entries, String[] packages) {
		Map<String, String> config = new TreeMap<>();
		for (String entry : entries) {
			int separator = entry.indexOf('=');
			if (separator < 1) {
				throw new IllegalArgumentException(
						"The config '" + entry + "' of @EmbeddedSpark is not of the form key=value");
			}
			config.put(entry.substring(0, separator).strip(), entry.substring(separator + 1).strip());
		}
		return new EmbeddedSparkSettings(version, Map.copyOf(config), List.of(packages));
	}

	/**
	 * The configuration as it is written in an annotation, in the order of the keys.
	 */
	String[] entries() {
		return new TreeMap<>(this.config).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new);
	}

	EmbeddedSparkServerBuilder builder() {
		EmbeddedSparkServerBuilder builder = io.sparkex.embedded.EmbeddedSparkServer.builder()
			.config(this.config)
			.packages(this.packages.toArray(String[]::new));
		return StringUtils.hasText(this.version) ? builder.version(this.version) : builder;
	}

}
