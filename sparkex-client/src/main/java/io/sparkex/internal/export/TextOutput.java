package io.sparkex.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Buffered output with a buffer of fixed size.
 */
final class TextOutput {

	static final int CAPACITY = 1 << 16;

	private final OutputStream stream;

	private final byte[] bytes = new byte[CAPACITY];

	private int position;

	TextOutput(OutputStream stream) {
		this.stream = stream;
	}

	/**
	 * Returns the buffer, with room for more bytes from {@link #position()} on.
	 * @param count the number of bytes, at most {@link #CAPACITY}
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
	 * Marks the bytes up to a position as written.
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
	 * Writes ASCII text.
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
	 * Writes the content of the buffer to the stream.
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
		return new UncheckedIOException("Writing the result failed: " + cause.getMessage(), cause);
	}

}
