package io.sparkex.boot.autoconfigure.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.devtools.restart.Restarter;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Embedded server that is kept across restarts of the application by DevTools, as long as
 * its settings do not change. The server ends with the JVM.
 */
final class RestartAwareEmbeddedSpark {

	private static final Logger logger = LoggerFactory.getLogger(RestartAwareEmbeddedSpark.class);

	private static final String SERVER = "sparkex.embedded.server";

	private static final String SETTINGS = "sparkex.embedded.settings";

	private final Restarter restarter;

	RestartAwareEmbeddedSpark(Restarter restarter) {
		this.restarter = restarter;
	}

	EmbeddedSparkServer server(EmbeddedSparkServerFactory factory) {
		String settings = factory.settings();
		Object kept = this.restarter.getOrAddAttribute(SERVER, factory::start);
		boolean same = settings.equals(this.restarter.getOrAddAttribute(SETTINGS, () -> settings));
		// The class of the server may have been loaded by the previous restart class
		// loader.
		if (same && kept instanceof EmbeddedSparkServer server && server.isRunning()) {
			return server;
		}
		this.restarter.removeAttribute(SERVER);
		this.restarter.removeAttribute(SETTINGS);
		close(kept);
		EmbeddedSparkServer server = factory.start();
		this.restarter.getOrAddAttribute(SERVER, () -> server);
		this.restarter.getOrAddAttribute(SETTINGS, () -> settings);
		return server;
	}

	private static void close(Object kept) {
		if (kept instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (Exception ex) {
				logger.warn("Failed to stop the embedded Spark Connect server of the previous run", ex);
			}
		}
	}

}
