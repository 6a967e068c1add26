package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.apache.arrow.flatbuf.Message;

import io.sparkex.errors.CorruptResultException;

/**
 * Reader of the messages of an Arrow stream.
 */
final class MessageReader {

	private static final int CONTINUATION = 0xFFFFFFFF;

	private final ByteBuffer stream;

	private Message message = new Message();

	private ByteBuffer body = ByteBuffer.allocate(0);

	MessageReader(ByteBuffer stream) {
		this.stream = stream.slice().order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Advances to the next message.
	 * @return {@code false} at the end of the stream
	 */
	boolean next() {
		if (!this.stream.hasRemaining()) {
			return false;
		}
		int length = readLength();
		if (length == 0) {
			return false;
		}
		this.message = Message.getRootAsMessage(slice(length));
		this.body = slice(this.message.bodyLength());
		return true;
	}

	private int readLength() {
		if (this.stream.remaining() < Integer.BYTES) {
			throw cutOff();
		}
		int word = this.stream.getInt();
		if (word != CONTINUATION) {
			// Streams of Arrow before 0.15 do not have a continuation marker.
			return word;
		}
		if (this.stream.remaining() < Integer.BYTES) {
			throw cutOff();
		}
		return this.stream.getInt();
	}

	private ByteBuffer slice(long length) {
		if (length < 0 || length > this.stream.remaining()) {
			throw cutOff();
		}
		ByteBuffer slice = this.stream.slice(this.stream.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
		this.stream.position(this.stream.position() + (int) length);
		return slice;
	}

	private CorruptResultException cutOff() {
		return new CorruptResultException("The server sent an Arrow stream that is truncated at byte "
				+ this.stream.position() + " of " + this.stream.limit());
	}

	/**
	 * Returns the position of the next message.
	 */
	int position() {
		return this.stream.position();
	}

	Message message() {
		return this.message;
	}

	ByteBuffer body() {
		return this.body;
	}

}
