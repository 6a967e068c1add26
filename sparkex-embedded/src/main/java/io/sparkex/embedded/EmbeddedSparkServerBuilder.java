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
 * Describes an {@link EmbeddedSparkServer} and starts it. Everything is optional. Not
 * thread-safe; may be used again.
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

	private Path cacheDirectory = CacheDirectory.byDefault();

	private Level logLevel = Level.WARN;

	EmbeddedSparkServerBuilder() {
	}

	/**
	 * The Spark version to resolve through Maven. Unless set it is 4.1.2, or 4.2.0 where
	 * Java is newer than 4.1 can take. Ignored when a Spark home is given.
	 * @param version a full version, such as {@code 4.0.1}
	 * @return this builder
	 * @throws IllegalArgumentException if this is no version, or one before Spark 4.0
	 */
	public EmbeddedSparkServerBuilder version(String version) {
		this.version = SparkVersion.check(version);
		return this;
	}

	/**
	 * Runs the Spark in this folder instead of one resolved through Maven. Only its jars
	 * are used: neither its configuration files nor its scripts are read.
	 * @param sparkHome the folder of an unpacked Spark 4 distribution
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder sparkHome(Path sparkHome) {
		this.sparkHome = sparkHome.toAbsolutePath();
		return this;
	}

	/**
	 * Sets a Spark property, over the defaults: master {@code local[*]}, 4 shuffle
	 * partitions, no UI, in-memory catalog.
	 * @param key the property, such as {@code spark.sql.shuffle.partitions}
	 * @param value its value
	 * @return this builder
	 * @throws IllegalArgumentException if the key is not Spark's, or one that the server
	 * must decide on itself (address, port, token) or that has no effect here; the
	 * message names the way to go instead
	 */
	public EmbeddedSparkServerBuilder config(String key, String value) {
		ServerConfiguration.check(key, value);
		this.config.put(key, value);
		return this;
	}

	/**
	 * Sets several Spark properties, as {@link #config(String, String)} does.
	 * @param config properties by key
	 * @return this builder
	 * @throws IllegalArgumentException if one of them cannot be set
	 */
	public EmbeddedSparkServerBuilder config(Map<String, String> config) {
		config.forEach(this::config);
		return this;
	}

	/**
	 * The largest heap of the server; {@code 1g} unless set.
	 * @param heap a number and a unit, such as {@code 512m} or {@code 2g}
	 * @return this builder
	 * @throws IllegalArgumentException if this is no size, or less than Spark can start
	 * with
	 */
	public EmbeddedSparkServerBuilder heap(String heap) {
		this.heap = HeapSize.parse(heap);
		return this;
	}

	/**
	 * The largest heap of the server; 1 GiB unless set.
	 * @param bytes the size in bytes
	 * @return this builder
	 * @throws IllegalArgumentException if this is less than Spark can start with
	 */
	public EmbeddedSparkServerBuilder heap(long bytes) {
		this.heap = HeapSize.check(bytes);
		return this;
	}

	/**
	 * Adds options for the server's JVM; they come last and so win over those of sparkex.
	 * They are visible in process lists: put no secret there.
	 * @param args such as {@code -XX:+UseG1GC}
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder jvmArgs(String... args) {
		this.jvmArgs.addAll(List.of(args));
		return this;
	}

	/**
	 * The Java to run the server with, 17 or later. Unless set it is the one of this
	 * application, or the one that {@code JAVA_HOME} names where the Spark version cannot
	 * run, or cannot read files, on that.
	 * @param javaHome the folder of a JDK or JRE
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder javaHome(Path javaHome) {
		this.javaHome = javaHome.toAbsolutePath();
		return this;
	}

	/**
	 * How long the server may take until it listens; 60 seconds unless set. Downloads do
	 * not count.
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
	 * Where sparkex remembers resolved class paths and keeps its class data archives.
	 * Unless set this is {@code sparkex} in {@code XDG_CACHE_HOME} or in
	 * {@code ~/.cache}. May be shared by any number of JVMs, and deleted at any time.
	 * @param cacheDirectory a folder, created when missing
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder cacheDirectory(Path cacheDirectory) {
		this.cacheDirectory = cacheDirectory.toAbsolutePath();
		return this;
	}

	/**
	 * Adds Maven artifacts and what they need to the server's class path, such as a
	 * catalog or a data source. Where they and Spark need the same artifact, Spark's
	 * version stays.
	 * @param coordinates {@code group:artifact:version}, each
	 * @return this builder
	 * @throws IllegalArgumentException if one of them does not have this form
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
	 * From which level on the server logs; {@link Level#WARN} unless set. Its lines
	 * arrive in SLF4J at their own level, under loggers whose names are Spark's own after
	 * {@code io.sparkex.embedded.server.}
	 * @param logLevel the lowest level
	 * @return this builder
	 */
	public EmbeddedSparkServerBuilder logLevel(Level logLevel) {
		this.logLevel = Objects.requireNonNull(logLevel, "logLevel");
		return this;
	}

	/**
	 * Starts the server and waits until it listens. The first start of a version
	 * downloads about 330 MB, and says so in the log.
	 * @return the running server, which the caller closes
	 * @throws IllegalStateException if both a Spark home and packages are set
	 * @throws EmbeddedSparkException if the artifacts, the Java or the server itself are
	 * not to be had
	 */
	public EmbeddedSparkServer start() {
		if (this.sparkHome != null && !this.packages.isEmpty()) {
			throw new IllegalStateException(
					"packages(..) come through Maven and do not go with sparkHome(..): put their" + " jars into "
							+ this.sparkHome.resolve("jars") + " instead");
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
