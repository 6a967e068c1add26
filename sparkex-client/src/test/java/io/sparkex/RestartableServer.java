package io.sparkex;

import io.sparkex.connect.SparkToken;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.faults.FaultProxy;

/**
 * A server that can be killed and replaced, behind a port that does not change for
 * clients. Each new server has its own token.
 */
final class RestartableServer implements AutoCloseable {

	private final FaultProxy network;

	private volatile EmbeddedSparkServer running;

	RestartableServer() {
		this.running = start();
		this.network = FaultProxy.to(this.running.url());
	}

	private static EmbeddedSparkServer start() {
		return TestServer.builder(TestServer.DEFAULT_VERSION).start();
	}

	FaultProxy network() {
		return this.network;
	}

	/**
	 * Creates a builder for a session on the running server.
	 */
	SparkSessionBuilder session() {
		return SparkSession.builder()
			.url(this.network.through(this.running.url()).replaceFirst("/;token=.*", ""))
			.tokenSupplier(() -> SparkToken.of(this.running.token()));
	}

	void restart() {
		EmbeddedSparkServer next = start();
		kill();
		this.running = next;
		this.network.redirect(next.url());
		this.network.listen();
	}

	/**
	 * Stops the server.
	 */
	void kill() {
		this.running.close();
		this.network.refuse();
	}

	@Override
	public void close() {
		this.network.close();
		this.running.close();
	}

}
