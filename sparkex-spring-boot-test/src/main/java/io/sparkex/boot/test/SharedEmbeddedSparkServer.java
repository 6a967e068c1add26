package io.sparkex.boot.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

import io.sparkex.embedded.EmbeddedSparkException;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Embedded server that is shared by all test classes of this JVM with the same settings.
 * Started lazily. Thread-safe.
 */
final class SharedEmbeddedSparkServer {

	private static final Map<EmbeddedSparkSettings, SharedEmbeddedSparkServer> servers = new ConcurrentHashMap<>();

	private final EmbeddedSparkSettings settings;

	private final Lock lock = new ReentrantLock();

	private @Nullable EmbeddedSparkServer server;

	private @Nullable EmbeddedSparkException failure;

	/**
	 * {@code true} if application contexts use the server, which have to be closed before
	 * it.
	 */
	private volatile boolean usedByContexts;

	private SharedEmbeddedSparkServer(EmbeddedSparkSettings settings) {
		this.settings = settings;
	}

	static SharedEmbeddedSparkServer with(EmbeddedSparkSettings settings) {
		return servers.computeIfAbsent(settings, SharedEmbeddedSparkServer::new);
	}

	/**
	 * Returns the server for bean definitions, which may be converted to code ahead of
	 * time.
	 */
	static SharedEmbeddedSparkServer with(String version, String[] config, String[] packages, String[] jvmArgs) {
		return with(EmbeddedSparkSettings.of(version, config, packages, jvmArgs));
	}

	/**
	 * Returns the server for an application context.
	 */
	EmbeddedSparkServer getForContext() {
		this.usedByContexts = true;
		return get();
	}

	/**
	 * Returns the server, and starts it if it is not running. A failed start is not
	 * repeated, since it may take long.
	 * @throws EmbeddedSparkException if it cannot be started
	 */
	EmbeddedSparkServer get() {
		this.lock.lock();
		try {
			if (this.failure != null) {
				throw this.failure;
			}
			if (this.server == null || !this.server.isRunning()) {
				this.server = start();
			}
			return this.server;
		}
		finally {
			this.lock.unlock();
		}
	}

	private EmbeddedSparkServer start() {
		try {
			EmbeddedSparkServer started = this.settings.builder().start();
			// Shutdown handlers of Spring Boot run after contexts are closed, other hooks
			// run concurrently.
			SpringApplication.getShutdownHandlers().add(started::close);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> closeUnlessUsedByContexts(started)));
			return started;
		}
		catch (EmbeddedSparkException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	private void closeUnlessUsedByContexts(EmbeddedSparkServer started) {
		if (!this.usedByContexts) {
			started.close();
		}
	}

}
