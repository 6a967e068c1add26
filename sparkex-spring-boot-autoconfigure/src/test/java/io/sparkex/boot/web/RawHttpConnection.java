package io.sparkex.boot.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * HTTP connection that returns the raw bytes of a response.
 */
final class RawHttpConnection implements AutoCloseable {

	private final Socket socket;

	RawHttpConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(60_000);
	}

	void get(String path, String accept) throws IOException {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n";
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Reads a number of bytes.
	 */
	void read(int count) throws IOException {
		InputStream in = this.socket.getInputStream();
		if (in.readNBytes(count).length < count) {
			throw new IOException("The response has ended");
		}
	}

	/**
	 * Reads until the server closes or resets the connection.
	 */
	String readToEnd() throws IOException {
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try {
			InputStream in = this.socket.getInputStream();
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				received.write(buffer, 0, count);
			}
		}
		catch (SocketException ex) {
			// The connection was reset.
		}
		return received.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
