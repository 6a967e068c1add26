package io.sparkex;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * A TLS-terminating proxy in front of a plaintext server, like a load balancer.
 */
final class TlsProxy implements AutoCloseable {

	private final SSLServerSocket listener;

	private final int backendPort;

	private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

	/**
	 * Starts the proxy on a free port.
	 * @param identity the key store with the server certificate
	 * @param clients the trust store for client certificates, or {@code null} to request
	 * none
	 * @param protocol the TLS version
	 */
	TlsProxy(int backendPort, KeyStore identity, @Nullable KeyStore clients, String protocol) {
		this.backendPort = backendPort;
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(identity, TestCertificates.PASSWORD.toCharArray());
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init((clients != null) ? clients : identity);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
			this.listener = (SSLServerSocket) context.getServerSocketFactory()
				.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
			SSLParameters parameters = this.listener.getSSLParameters();
			parameters.setApplicationProtocols(new String[] { "h2" });
			parameters.setNeedClientAuth(clients != null);
			parameters.setProtocols(new String[] { protocol });
			this.listener.setSSLParameters(parameters);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		this.open.add(this.listener);
		start("accept", this::accept);
	}

	TlsProxy(int backendPort, KeyStore identity) {
		this(backendPort, identity, null, "TLSv1.3");
	}

	int port() {
		return this.listener.getLocalPort();
	}

	private void accept() throws IOException {
		while (true) {
			SSLSocket client = (SSLSocket) this.listener.accept();
			start("connection", () -> serve(client));
		}
	}

	private void serve(SSLSocket client) throws IOException {
		this.open.add(client);
		try (client) {
			client.startHandshake();
			try (Socket backend = new Socket(InetAddress.getLoopbackAddress(), this.backendPort)) {
				this.open.add(backend);
				start("answers", () -> pump(backend, client));
				pump(client, backend);
			}
		}
	}

	private static void pump(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				out.write(buffer, 0, read);
				out.flush();
			}
		}
	}

	private static void start(String name, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// One side has closed the connection, as many tests intend.
			}
		}, "tls-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		for (Closeable one : this.open) {
			try {
				one.close();
			}
			catch (IOException ex) {
				// Already closed.
			}
		}
	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
