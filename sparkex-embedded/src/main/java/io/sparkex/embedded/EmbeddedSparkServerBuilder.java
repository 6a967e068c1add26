package io.sparkex.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Builder for an {@link EmbeddedSparkServer}. All settings are optional. Reusable, but
 * not thread-safe.
 *
 * @since 0.1.0
 */
public final class EmbeddedSparkServerBuilder {

	private final Map<String, String> config = new LinkedHashMap<>();

	private final List<String> jvmArgs = new ArrayList<>();

	private final List<String> packages = new ArrayList<>();

	private @Nullable String version;

	private @Nullable Path sparkHome;

	private @Nullable Path javaHome;

	private long heap = HeapSize.DEFAULT;

	private Duration startupTimeout = Duration.ofSeconds(60);

	private Path cacheDirectory = CacheDirectory.defaultPath();

	private Level logLevel = Level.WARN;

	EmbeddedSparkServerBuilder() {
	}

	/**
	 * Sets the version of Spark to resolve through Maven. By default, 4.1.2, or 4.2.0 if
	 * 4.1.2 does not support the Java version. Ignored if a Spark home is set.
	 * @param version a full version, such as {@code 4.0.1}
	 * @return this builder
	 * @throws IllegalArgumentException if the version is invalid or older than 4.0
	 */
	public EmbeddedSparkServerBuilder version(String version) {
		this.version = SparkVersion.check(version);
		return this;
	}

	/**
	 * Sets the directory of a Spark distribution to run instead of a version resolved
	 * through Maven. Only its jars are used, not its configuration files and scripts.
	 * @param sparkHome the directory of an unpacked Spark 4 distribution
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder sparkHome(Path sparkHome) {
		this.sparkHome = sparkHome.toAbsolutePath();
		return this;
	}

	/**
	 * Sets a Spark property. The defaults are master {@code local[*]}, 4 shuffle
	 * partitions, no UI and an in-memory catalog.
	 * @param key the property, such as {@code spark.sql.shuffle.partitions}
	 * @param value its value
	 * @return this builder
	 * @throws IllegalArgumentException if the key is not a Spark property, is reserved
	 * (address, port, token), or has no effect on an embedded server; the message names
	 * the alternative
	 */
	public EmbeddedSparkServerBuilder config(String key, String value) {
		ServerConfiguration.check(key, value);
		this.config.put(key, value);
		return this;
	}

	/**
	 * Sets several Spark properties like {@link #config(String, String)}.
	 * @param config the properties
	 * @return this builder
	 * @throws IllegalArgumentException if a property cannot be set
	 */
	public EmbeddedSparkServerBuilder config(Map<String, String> config) {
		config.forEach(this::config);
		return this;
	}

	/**
	 * Sets the maximum heap size of the server, {@code 1g} by default.
	 * @param heap a number and a unit, such as {@code 512m} or {@code 2g}
	 * @return this builder
	 * @throws IllegalArgumentException if the size is invalid or too small for Spark
	 */
	public EmbeddedSparkServerBuilder heap(String heap) {
		this.heap = HeapSize.parse(heap);
		return this;
	}

	/**
	 * Sets the maximum heap size of the server, 1 GiB by default.
	 * @param bytes the size in bytes
	 * @return this builder
	 * @throws IllegalArgumentException if the size is too small for Spark
	 */
	public EmbeddedSparkServerBuilder heap(long bytes) {
		this.heap = HeapSize.check(bytes);
		return this;
	}

	/**
	 * Adds options for the JVM of the server, which override the options of sparkex. They
	 * are visible in process lists, so do not pass secrets.
	 * @param args the options, such as {@code -XX:+UseG1GC}
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder jvmArgs(String... args) {
		this.jvmArgs.addAll(List.of(args));
		return this;
	}

	/**
	 * Sets the Java installation that runs the server, 17 or later. By default, the
	 * installation of this application, or {@code JAVA_HOME} if the Spark version does
	 * not fully support the former.
	 * @param javaHome the directory of a JDK or JRE
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder javaHome(Path javaHome) {
		this.javaHome = javaHome.toAbsolutePath();
		return this;
	}

	/**
	 * Sets the maximum time for the server to start, 60 seconds by default. Downloads are
	 * not counted.
	 * @param startupTimeout a positive duration
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public EmbeddedSparkServerBuilder startupTimeout(Duration startupTimeout) {
		if (startupTimeout.isNegative() || startupTimeout.isZero()) {
			throw new IllegalArgumentException("startupTimeout " + startupTimeout + " is not positive");
		}
		this.startupTimeout = startupTimeout;
		return this;
	}

	/**
	 * Sets the directory for resolved class paths and class data archives. By default,
	 * {@code sparkex} in {@code XDG_CACHE_HOME} or in {@code ~/.cache}. Several JVMs can
	 * share the directory, and it can be deleted at any time.
	 * @param cacheDirectory the directory, created if missing
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder cacheDirectory(Path cacheDirectory) {
		this.cacheDirectory = cacheDirectory.toAbsolutePath();
		return this;
	}

	/**
	 * Adds Maven artifacts and their dependencies to the class path of the server, such
	 * as a catalog or a data source. Versions of artifacts that Spark depends on do not
	 * change.
	 * @param coordinates the artifacts, each as {@code group:artifact:version}
	 * @return this builder
	 * @throws IllegalArgumentException if an artifact does not have this form
	 */
	public EmbeddedSparkServerBuilder packages(String... coordinates) {
		for (String each : coordinates) {
			if (!each.matches("[^:\\s]+:[^:\\s]+(:[^:\\s]+){1,3}")) {
				throw new IllegalArgumentException("package '" + each + "' is not of the form group:artifact:version");
			}
			this.packages.add(each);
		}
		return this;
	}

	/**
	 * Sets the log level of the server, {@link Level#WARN} by default. Log events are
	 * forwarded to SLF4J at their own level, to loggers with the prefix
	 * {@code io.sparkex.embedded.server.}
	 * @param logLevel the lowest level to log
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder logLevel(Level logLevel) {
		this.logLevel = Objects.requireNonNull(logLevel, "logLevel");
		return this;
	}

	/**
	 * Starts the server and waits until it listens. The first start of a version
	 * downloads about 330 MB, which is logged.
	 * @return the running server, which the caller has to close
	 * @throws IllegalStateException if both a Spark home and packages are set
	 * @throws EmbeddedSparkException if the artifacts cannot be resolved, Java is not
	 * found, or the server does not start
	 */
	public EmbeddedSparkServer start() {
		if (this.sparkHome != null && !this.packages.isEmpty()) {
			throw new IllegalStateException(
					"packages(..) are resolved through Maven and cannot be combined with sparkHome(..): copy their"
							+ " jars to " + this.sparkHome.resolve("jars") + " instead");
		}
		return EmbeddedSparkServer.start(new ServerSettings(versionOrDefault(), this.sparkHome, this.config, this.heap,
				this.jvmArgs, this.javaHome, this.startupTimeout, this.cacheDirectory, this.packages, this.logLevel));
	}

	private String versionOrDefault() {
		if (this.version != null) {
			return this.version;
		}
		int java = (this.javaHome != null) ? JavaInstallation.at(this.javaHome).feature() : Runtime.version().feature();
		return SparkVersion.defaultOn(java);
	}

}
