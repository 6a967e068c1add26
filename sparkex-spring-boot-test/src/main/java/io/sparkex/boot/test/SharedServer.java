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
 * A server of this JVM for all classes with the same settings, started when first needed.
 * Thread-safe.
 */
final class SharedServer {

	private static final Map<EmbeddedSparkSettings, SharedServer> servers = new ConcurrentHashMap<>();

	private final EmbeddedSparkSettings settings;

	private final Lock lock = new ReentrantLock();

	private @Nullable EmbeddedSparkServer server;

	private @Nullable EmbeddedSparkException failure;

	/**
	 * Whether contexts of Spring have sessions on it, which end before it does.
	 */
	private volatile boolean usedByContexts;

	private SharedServer(EmbeddedSparkSettings settings) {
		this.settings = settings;
	}

	static SharedServer with(EmbeddedSparkSettings settings) {
		return servers.computeIfAbsent(settings, SharedServer::new);
	}

	/**
	 * As {@link #with(EmbeddedSparkSettings)}, for bean definitions, which may be written
	 * down as code.
	 */
	static SharedServer with(String version, String[] config, String[] packages) {
		return with(EmbeddedSparkSettings.of(version, config, packages));
	}

	/**
	 * The server, for a context that is closed when the JVM ends, if not before.
	 */
	EmbeddedSparkServer getForContext() {
		this.usedByContexts = true;
		return get();
	}

	/**
	 * The server, which is started if it does not run. What could not be started once is
	 * not tried again, since to find that out may take long.
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
			// Handlers of Boot run after its contexts are closed, other hooks meanwhile.
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
