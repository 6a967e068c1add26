package io.sparkex.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between a client and a server that fails as a test specifies. It listens on
 * its own port, behind which the server can be replaced.
 */
public final class FaultProxy implements AutoCloseable {

	private static final int BUFFER = 8192;

	private final Set<Link> links = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicLong upstream = new AtomicLong();

	private final AtomicLong downstream = new AtomicLong();

	private final AtomicLong cutUpstreamAt = new AtomicLong(Long.MAX_VALUE);

	private final AtomicLong cutDownstreamAt = new AtomicLong(Long.MAX_VALUE);

	private final int port;

	private volatile InetSocketAddress target;

	private final ServerSocket listener;

	private volatile boolean stalled;

	private volatile boolean refusing;

	private volatile long delayNanos;

	private volatile long bytesPerSecond = Long.MAX_VALUE;

	/**
	 * Creates a network to a server.
	 * @param target the server
	 */
	public FaultProxy(InetSocketAddress target) {
		this.target = target;
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			this.port = this.listener.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		accept(this.listener);
	}

	/**
	 * Creates a network to the server of a connection string, which must run on this
	 * machine.
	 */
	public static FaultProxy to(String connectionString) {
		return new FaultProxy(address(connectionString));
	}

	private static InetSocketAddress address(String connectionString) {
		String authority = connectionString.replaceFirst("sc://([^/]+).*", "$1");
		int colon = authority.lastIndexOf(':');
		return new InetSocketAddress(InetAddress.getLoopbackAddress(),
				Integer.parseInt(authority.substring(colon + 1)));
	}

	/**
	 * Returns the connection string of a server through this network.
	 */
	public String through(String connectionString) {
		return connectionString.replaceFirst("sc://[^/]+", "sc://127.0.0.1:" + this.port);
	}

	/**
	 * Replaces the server for future connections.
	 */
	public void redirect(String connectionString) {
		this.target = address(connectionString);
	}

	/**
	 * Cuts all open connections.
	 */
	public void cut() {
		this.links.forEach(Link::cut);
	}

	/**
	 * Cuts all connections after the given number of further bytes from the server.
	 */
	public void cutAfterReceiving(long bytes) {
		this.cutDownstreamAt.set(this.downstream.get() + bytes);
	}

	/**
	 * Cuts all connections after the given number of further bytes to the server.
	 */
	public void cutAfterSending(long bytes) {
		this.cutUpstreamAt.set(this.upstream.get() + bytes);
	}

	/**
	 * Stops forwarding, but keeps connections open and accepts new ones.
	 */
	public void stall() {
		this.stalled = true;
	}

	/**
	 * Stops forwarding on open connections but accepts new ones, like a firewall that has
	 * dropped a connection from its state table.
	 */
	public void stallOpenConnections() {
		this.links.forEach((link) -> link.stalled = true);
	}

	/**
	 * Resumes forwarding, except on connections that were stalled individually.
	 */
	public void resume() {
		this.stalled = false;
		this.delayNanos = 0;
		this.bytesPerSecond = Long.MAX_VALUE;
		this.cutDownstreamAt.set(Long.MAX_VALUE);
		this.cutUpstreamAt.set(Long.MAX_VALUE);
	}

	/**
	 * Delays each chunk of traffic by the given time.
	 */
	public void delay(long millis) {
		this.delayNanos = TimeUnit.MILLISECONDS.toNanos(millis);
	}

	/**
	 * Limits the bytes per second in each direction.
	 */
	public void throttle(long bytes) {
		this.bytesPerSecond = bytes;
	}

	/**
	 * Cuts all connections and resets new ones immediately. The port stays bound, because
	 * another program could take it otherwise.
	 */
	public void refuse() {
		this.refusing = true;
		cut();
	}

	/**
	 * Accepts connections again.
	 */
	public void listen() {
		this.refusing = false;
	}

	/**
	 * Returns the total number of connections.
	 */
	public int connections() {
		return this.connections.get();
	}

	/**
	 * Returns the number of open connections.
	 */
	public int openConnections() {
		return this.links.size();
	}

	/**
	 * Returns the number of bytes received from the server.
	 */
	public long received() {
		return this.downstream.get();
	}

	/**
	 * Returns the number of bytes sent to the server.
	 */
	public long sent() {
		return this.upstream.get();
	}

	private void accept(ServerSocket socket) {
		start("accept", () -> {
			while (!socket.isClosed()) {
				try {
					Socket client = socket.accept();
					this.connections.incrementAndGet();
					connect(client);
				}
				catch (IOException ex) {
					// The socket was closed, or the server refuses the connection, which
					// the
					// client notices.
				}
			}
		});
	}

	private void connect(Socket client) throws IOException {
		if (this.refusing) {
			client.setSoLinger(true, 0);
			client.close();
			return;
		}
		Socket server = new Socket();
		try {
			server.connect(this.target, 5_000);
		}
		catch (IOException ex) {
			client.setSoLinger(true, 0);
			client.close();
			throw ex;
		}
		client.setTcpNoDelay(true);
		server.setTcpNoDelay(true);
		Link link = new Link(client, server);
		this.links.add(link);
		start("up", () -> link.pump(client, server, this.upstream, this.cutUpstreamAt));
		start("down", () -> link.pump(server, client, this.downstream, this.cutDownstreamAt));
	}

	private static void start(String name, Runnable task) {
		Thread thread = new Thread(task, "fault-proxy-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		cut();
	}

	private final class Link {

		private final Socket client;

		private final Socket server;

		private volatile boolean stalled;

		Link(Socket client, Socket server) {
			this.client = client;
			this.server = server;
		}

		void pump(Socket from, Socket to, AtomicLong count, AtomicLong cutAt) {
			byte[] buffer = new byte[BUFFER];
			try {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				int read = in.read(buffer);
				while (read >= 0) {
					hold(read);
					long before = count.getAndAdd(read);
					long limit = cutAt.get();
					if (before + read >= limit && cutAt.compareAndSet(limit, Long.MAX_VALUE)) {
						out.write(buffer, 0, (int) Math.max(0, Math.min(read, limit - before)));
						FaultProxy.this.cut();
						return;
					}
					out.write(buffer, 0, read);
					read = in.read(buffer);
				}
			}
			catch (IOException ex) {
				// The other end has closed, so this end closes too.
			}
			finally {
				cut();
			}
		}

		private void hold(int bytes) {
			long pause = FaultProxy.this.delayNanos
					+ TimeUnit.SECONDS.toNanos(bytes) / Math.max(1, FaultProxy.this.bytesPerSecond);
			if (pause > 0) {
				LockSupport.parkNanos(pause);
			}
			while ((this.stalled || FaultProxy.this.stalled) && FaultProxy.this.links.contains(this)) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
			}
		}

		/**
		 * Closes the socket like a host that dies: with a reset and without an HTTP/2
		 * message.
		 */
		void cut() {
			if (FaultProxy.this.links.remove(this)) {
				reset(this.client);
				reset(this.server);
			}
		}

		private void reset(Socket socket) {
			try {
				socket.setSoLinger(true, 0);
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
