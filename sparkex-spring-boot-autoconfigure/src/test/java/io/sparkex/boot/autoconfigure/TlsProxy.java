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
 * Proxy that terminates TLS for a server without TLS, and whose certificate can be
 * replaced.
 */
final class TlsProxy implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final int backendPort;

	private volatile SSLContext identity;

	/**
	 * Starts the proxy on a free port.
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
	 * Replaces the certificate and closes existing connections.
	 */
	void present(SSLContext identity) {
		this.identity = identity;
		closeConnections();
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
				start("responses", () -> pump(backend, client));
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
				// One side has disconnected or does not trust the other, as expected by
				// the tests.
			}
		}, "tls-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	private void closeConnections() {
		this.open.forEach(TlsProxy::close);
	}

	@Override
	public void close() {
		close(this.listener);
		closeConnections();
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// Already closed.
		}
	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
