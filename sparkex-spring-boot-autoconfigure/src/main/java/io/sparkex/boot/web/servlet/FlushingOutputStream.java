package io.sparkex.boot.web.servlet;

import java.io.FilterOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

import org.springframework.http.HttpOutputMessage;

/**
 * {@link OutputStream} that flushes the HTTP message. The streams of Spring leave
 * flushing to the message, so that rows of a slow query would remain in the buffer of the
 * server and a disconnected client would be detected late.
 */
final class FlushingOutputStream extends FilterOutputStream {

	private final HttpOutputMessage message;

	FlushingOutputStream(OutputStream body, HttpOutputMessage message) {
		super(body);
		this.message = message;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.out.write(bytes, offset, length);
	}

	@Override
	public void flush() throws IOException {
		if (this.message instanceof Flushable flushable) {
			flushable.flush();
		}
		else {
			super.flush();
		}
	}

}
