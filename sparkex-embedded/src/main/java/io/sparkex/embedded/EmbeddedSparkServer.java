package io.sparkex.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Spark Connect server in a child JVM, for tests and development.
 * <p>
 * The server listens on a free loopback port, accepts only clients with its random token,
 * and writes all files (warehouse, temporary files) to a private directory. Relative
 * paths in queries are resolved against the working directory of this JVM.
 * <p>
 * The caller that starts the server has to close it. The server also stops and deletes
 * its directory when this JVM ends, even if the JVM is killed. Until then, shutdown hooks
 * can use and close it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EmbeddedSparkServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedSparkServer.class);

	private static final Duration STOP_GRACE = Duration.ofSeconds(5);

	private static final Duration ARCHIVE_GRACE = Duration.ofSeconds(30);

	private final String version;

	private final String token;

	private final int port;

	private final ServerProcess process;

	private final WorkDirectory work;

	private final @Nullable ClassDataArchive archive;

	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedSparkServer(String version, String token, int port, ServerProcess process, WorkDirectory work,
			@Nullable ClassDataArchive archive) {
		this.version = version;
		this.token = token;
		this.port = port;
		this.process = process;
		this.work = work;
		this.archive = archive;
	}

	/**
	 * Creates a builder. Without further settings, it starts Spark 4.1.2, or 4.2.0 on
	 * Java 23 and later.
	 * @return a builder
	 */
	public static EmbeddedSparkServerBuilder builder() {
		return new EmbeddedSparkServerBuilder();
	}

	static EmbeddedSparkServer start(ServerSettings settings) {
		long start = System.nanoTime();
		ServerClassPath spark = classPath(settings);
		JavaInstallation java = JavaInstallation.find(settings.javaHome(), spark.sparkVersion());
		if (!SparkVersion.supportsFiles(spark.sparkVersion(), java.feature())) {
			logger.warn(
					"Spark {} cannot read or write files on Java {}: use Spark 4.2, or set a Java installation from 17 to"
							+ " 22 with javaHome(..) on the builder",
					spark.sparkVersion(), java.feature());
		}
		List<Path> classPath = new ArrayList<>();
		classPath.add(LauncherJar.in(settings.cacheDirectory()));
		classPath.addAll(spark.jars());
		ClassDataArchive archive = ClassDataArchive.isConfiguredByUser(settings.jvmArgs()) ? null
				: ClassDataArchive.of(settings.cacheDirectory(), java, classPath);
		String token = randomToken();
		WorkDirectory work = WorkDirectory.create();
		ServerProcess process = null;
		try {
			List<String> command = ServerCommand.of(java, classPath, settings, work, archive);
			process = ServerProcess.start(command, ServerConfiguration.of(settings.config(), work, token));
			int port = process.awaitPort(settings.startupTimeout());
			EmbeddedSparkServer server = new EmbeddedSparkServer(spark.sparkVersion(), token, port, process, work,
					archive);
			process.whenEnded(server::onExit);
			logger.info("{} is ready after {} ms", server, (System.nanoTime() - start) / 1_000_000);
			return server;
		}
		catch (RuntimeException ex) {
			if (process != null) {
				process.kill();
			}
			work.delete();
			throw ex;
		}
	}

	/**
	 * Returns the URL for clients. It contains the token, so do not log it.
	 * @return {@code sc://127.0.0.1:PORT/;token=...}
	 */
	public String url() {
		return "sc://" + host() + ":" + this.port + "/;token=" + this.token;
	}

	/**
	 * Returns the address on which the server listens.
	 * @return the loopback address
	 */
	public String host() {
		return ServerConfiguration.LOOPBACK;
	}

	/**
	 * Returns the port on which the server listens.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Returns the bearer token, which every call requires. Each server has a new token.
	 * @return the token
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Returns the version of Spark, such as {@code 4.1.2}.
	 * @return the version
	 */
	public String version() {
		return this.version;
	}

	/**
	 * Returns whether the server is running.
	 * @return {@code false} if the server was closed or its process ended
	 */
	public boolean isRunning() {
		return !this.closed.get() && this.process.isAlive();
	}

	/**
	 * Stops the server and deletes its files. Further calls have no effect. Returns
	 * within seconds; the first close with a new class path takes longer, since it writes
	 * the archive that makes later starts faster.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		Path draft = (this.archive != null) ? this.archive.draft() : null;
		boolean stopped = this.process.stop(draft, (draft != null) ? ARCHIVE_GRACE : STOP_GRACE);
		if (this.archive != null) {
			this.archive.publish(stopped);
		}
		this.work.delete();
	}

	private static ServerClassPath classPath(ServerSettings settings) {
		if (settings.sparkHome() != null) {
			return SparkHome.read(settings.sparkHome());
		}
		return new ServerClassPathSource(settings.cacheDirectory(),
				(version, packages) -> new ArtifactResolver(MavenSetup.overrides()).resolve(version, packages))
			.get(settings.version(), settings.packages());
	}

	private static String randomToken() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private void onExit(String exitCode) {
		if (!this.closed.get()) {
			logger.warn("{} ended unexpectedly ({})", this, exitCode);
		}
	}

	ProcessHandle process() {
		return this.process.handle();
	}

	Path workDirectory() {
		return this.work.path();
	}

	@Override
	public String toString() {
		return "Spark " + this.version + " on " + host() + ":" + this.port;
	}

}
