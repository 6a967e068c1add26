package io.sparkex.boot.autoconfigure.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the embedded Spark Connect server.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.embedded")
public class SparkexEmbeddedProperties {

	/**
	 * Version of Spark to resolve through Maven. By default, 4.1.2, or 4.2.0 on Java 23
	 * and later.
	 */
	private @Nullable String version;

	/**
	 * Directory of an unpacked Spark 4 distribution to run instead of a version resolved
	 * through Maven.
	 */
	private @Nullable Path sparkHome;

	/**
	 * Directory of the Java installation that runs Spark. By default, the Java
	 * installation of this application.
	 */
	private @Nullable Path javaHome;

	/**
	 * Maximum heap size of the Spark process.
	 */
	private @Nullable DataSize heap;

	/**
	 * Maximum time for Spark to start, not counting downloads.
	 */
	private @Nullable Duration startupTimeout;

	/**
	 * Additional options for the JVM of Spark. They are visible in process lists.
	 */
	private List<String> jvmArgs = new ArrayList<>();

	/**
	 * Maven artifacts to add to the class path of Spark, in the form
	 * 'group:artifact:version'.
	 */
	private List<String> packages = new ArrayList<>();

	/**
	 * Directory for resolved class paths and class data archives. By default, 'sparkex'
	 * in the cache directory of the user.
	 */
	private @Nullable Path cacheDirectory;

	/**
	 * Log level of Spark.
	 */
	private @Nullable Level logLevel;

	/**
	 * Spark configuration to start the server with.
	 */
	private final Map<String, String> config = new LinkedHashMap<>();

	public @Nullable String getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable String version) {
		this.version = version;
	}

	public @Nullable Path getSparkHome() {
		return this.sparkHome;
	}

	public void setSparkHome(@Nullable Path sparkHome) {
		this.sparkHome = sparkHome;
	}

	public @Nullable Path getJavaHome() {
		return this.javaHome;
	}

	public void setJavaHome(@Nullable Path javaHome) {
		this.javaHome = javaHome;
	}

	public @Nullable DataSize getHeap() {
		return this.heap;
	}

	public void setHeap(@Nullable DataSize heap) {
		this.heap = heap;
	}

	public @Nullable Duration getStartupTimeout() {
		return this.startupTimeout;
	}

	public void setStartupTimeout(@Nullable Duration startupTimeout) {
		this.startupTimeout = startupTimeout;
	}

	public List<String> getJvmArgs() {
		return this.jvmArgs;
	}

	public void setJvmArgs(List<String> jvmArgs) {
		this.jvmArgs = jvmArgs;
	}

	public List<String> getPackages() {
		return this.packages;
	}

	public void setPackages(List<String> packages) {
		this.packages = packages;
	}

	public @Nullable Path getCacheDirectory() {
		return this.cacheDirectory;
	}

	public void setCacheDirectory(@Nullable Path cacheDirectory) {
		this.cacheDirectory = cacheDirectory;
	}

	public @Nullable Level getLogLevel() {
		return this.logLevel;
	}

	public void setLogLevel(@Nullable Level logLevel) {
		this.logLevel = logLevel;
	}

	public Map<String, String> getConfig() {
		return this.config;
	}

}
