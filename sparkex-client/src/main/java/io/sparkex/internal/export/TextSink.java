package io.sparkex.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Bytes on their way to a stream, through a buffer that never grows.
 */
final class TextSink {

	static final int CAPACITY = 1 << 16;

	private final OutputStream stream;

	private final byte[] bytes = new byte[CAPACITY];

	private int position;

	TextSink(OutputStream stream) {
		this.stream = stream;
	}

	/**
	 * The buffer, with room for more bytes from {@link #position()} on.
	 * @param count the count of bytes, at most {@link #CAPACITY}
	 */
	byte[] room(int count) {
		if (this.bytes.length - this.position < count) {
			drain();
		}
		return this.bytes;
	}

	int position() {
		return this.position;
	}

	/**
	 * Counts what was put into the room as written.
	 */
	void moveTo(int end) {
		this.position = end;
	}

	void put(char ascii) {
		room(1)[this.position++] = (byte) ascii;
	}

	void put(byte[] text) {
		for (int from = 0; from < text.length;) {
			int count = Math.min(text.length - from, CAPACITY);
			System.arraycopy(text, from, room(count), this.position, count);
			this.position += count;
			from += count;
		}
	}

	/**
	 * Puts a text that has no other characters than those of ASCII.
	 */
	void put(String ascii) {
		int length = ascii.length();
		byte[] target = room(length);
		for (int i = 0; i < length; i++) {
			target[this.position + i] = (byte) ascii.charAt(i);
		}
		this.position += length;
	}

	/**
	 * Hands over what is in the buffer.
	 */
	void drain() {
		try {
			this.stream.write(this.bytes, 0, this.position);
			this.position = 0;
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	void flush() {
		drain();
		try {
			this.stream.flush();
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	private static UncheckedIOException failed(IOException cause) {
		return new UncheckedIOException("The stream that the result is written to failed: " + cause.getMessage(),
				cause);
	}

}
