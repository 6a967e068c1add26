package io.sparkex.boot.autoconfigure;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Ends TLS in front of a server that speaks none, and can be given another certificate
 * while it runs.
 */
final class TlsProxy implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final int backendPort;

	private volatile SSLContext identity;

	/**
	 * Starts to listen on a port of its own.
	 */
	TlsProxy(int backendPort, SSLContext identity) throws IOException {
		this.backendPort = backendPort;
		this.identity = identity;
		start("accept", this::accept);
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Shows another certificate from now on, and hangs up on those who know the one
	 * before.
	 */
	void present(SSLContext identity) {
		this.identity = identity;
		hangUp();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			start("connection", () -> serve(client));
		}
	}

	private void serve(Socket plain) throws IOException {
		this.open.add(plain);
		try (SSLSocket client = encrypted(plain)) {
			client.startHandshake();
			try (Socket backend = new Socket(InetAddress.getLoopbackAddress(), this.backendPort)) {
				start("answers", () -> pump(backend, client));
				pump(client, backend);
			}
		}
		finally {
			this.open.remove(plain);
		}
	}

	private SSLSocket encrypted(Socket plain) throws IOException {
		SSLSocket client = (SSLSocket) this.identity.getSocketFactory().createSocket(plain, null, true);
		client.setUseClientMode(false);
		SSLParameters parameters = client.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { "h2" });
		client.setSSLParameters(parameters);
		return client;
	}

	private static void pump(Socket from, Socket to) throws IOException {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
	}

	private static void start(String name, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// One side has hung up, or does not trust the other, as the tests want.
			}
		}, "tls-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	private void hangUp() {
		this.open.forEach(TlsProxy::close);
	}

	@Override
	public void close() {
		close(this.listener);
		hangUp();
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// Closed before.
		}
	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
