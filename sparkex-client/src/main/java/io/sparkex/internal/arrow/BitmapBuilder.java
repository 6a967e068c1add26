package io.sparkex.internal.arrow;

/**
 * Builder of an Arrow bitmap, with the least significant bit first.
 */
final class BitmapBuilder {

	private final BufferBuilder bytes;

	private int pending;

	private int count;

	BitmapBuilder(int capacity) {
		this.bytes = new BufferBuilder(capacity / Byte.SIZE + 1);
	}

	void put(boolean bit) {
		int offset = this.count++ & (Byte.SIZE - 1);
		if (bit) {
			this.pending |= 1 << offset;
		}
		if (offset == Byte.SIZE - 1) {
			this.bytes.putByte((byte) this.pending);
			this.pending = 0;
		}
	}

	int size() {
		return this.bytes.size();
	}

	/**
	 * Completes the last byte. No bits can be added afterwards.
	 */
	BufferBuilder finished() {
		if ((this.count & (Byte.SIZE - 1)) != 0) {
			this.bytes.putByte((byte) this.pending);
			this.count = 0;
		}
		return this.bytes;
	}

}
