package io.sparkex.boot.test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import io.sparkex.embedded.EmbeddedSparkServerBuilder;

/**
 * Settings of a shared server. Test classes with equal settings share a server.
 *
 * @param version the version of Spark, or an empty string for the default version
 * @param config the Spark configuration
 * @param packages Maven artifacts for the class path of the server
 * @param jvmArgs the options of the server's JVM
 */
record EmbeddedSparkSettings(String version, Map<String, String> config, List<String> packages, List<String> jvmArgs) {

	private static final String SERVER = "io.sparkex.embedded.EmbeddedSparkServer";

	static EmbeddedSparkSettings of(EmbeddedSpark annotation) {
		if (!ClassUtils.isPresent(SERVER, EmbeddedSparkSettings.class.getClassLoader())) {
			throw new IllegalStateException("@EmbeddedSpark requires the embedded server on the test class path:"
					+ " add the dependency io.sparkex:sparkex-embedded");
		}
		return of(annotation.version(), annotation.config(), annotation.packages(), annotation.jvmArgs());
	}

	/**
	 * Creates settings from the attributes of an annotation.
	 * @param version the version of Spark, or an empty string for the default version
	 * @param entries the configuration as {@code key=value}
	 * @param packages Maven artifacts
	 * @param jvmArgs the options of the server's JVM
	 */
	static EmbeddedSparkSettings of(String version, String[] entries, String[] packages, String[] jvmArgs) {
		Map<String, String> config = new TreeMap<>();
		for (String entry : entries) {
			int separator = entry.indexOf('=');
			if (separator < 1) {
				throw new IllegalArgumentException(
						"The config '" + entry + "' of @EmbeddedSpark is not of the form key=value");
			}
			config.put(entry.substring(0, separator).strip(), entry.substring(separator + 1).strip());
		}
		return new EmbeddedSparkSettings(version, Map.copyOf(config), List.of(packages), List.of(jvmArgs));
	}

	/**
	 * Returns the configuration as entries of an annotation, sorted by key.
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
			.packages(this.packages.toArray(String[]::new))
			.jvmArgs(this.jvmArgs.toArray(String[]::new));
		return StringUtils.hasText(this.version) ? builder.version(this.version) : builder;
	}

}
