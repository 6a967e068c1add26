package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Growable buffer in little-endian byte order.
 */
final class BufferBuilder {

	private static final int MAX_CAPACITY = Integer.MAX_VALUE - Long.BYTES;

	private ByteBuffer bytes;

	BufferBuilder(int capacity) {
		this.bytes = allocate(capacity);
	}

	private static ByteBuffer allocate(int capacity) {
		return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
	}

	private ByteBuffer withRoom(int count) {
		if (this.bytes.remaining() < count) {
			long needed = (long) this.bytes.position() + count;
			if (needed > MAX_CAPACITY) {
				throw new BufferLimitException();
			}
			long doubled = Math.max(needed, 2L * this.bytes.capacity());
			this.bytes = allocate((int) Math.min(doubled, MAX_CAPACITY)).put(this.bytes.flip());
		}
		return this.bytes;
	}

	void putByte(byte value) {
		withRoom(Byte.BYTES).put(value);
	}

	void putShort(short value) {
		withRoom(Short.BYTES).putShort(value);
	}

	void putInt(int value) {
		withRoom(Integer.BYTES).putInt(value);
	}

	void putLong(long value) {
		withRoom(Long.BYTES).putLong(value);
	}

	void putBytes(byte[] value) {
		withRoom(value.length).put(value);
	}

	void putZeros(int count) {
		ByteBuffer room = withRoom(count);
		// Allocated memory is zeroed and never reused.
		room.position(room.position() + count);
	}

	int size() {
		return this.bytes.position();
	}

	void copyTo(ByteBuffer target) {
		target.put(this.bytes.duplicate().flip());
	}

}
