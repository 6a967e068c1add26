package io.sparkex.internal.arrow;

/**
 * Bits in the order of Arrow, eight in a byte, the first of them the lowest.
 */
final class BitSink {

	private final ByteSink bytes;

	private int pending;

	private int count;

	BitSink(int capacity) {
		this.bytes = new ByteSink(capacity / Byte.SIZE + 1);
	}

	void put(boolean bit) {
		int place = this.count++ & (Byte.SIZE - 1);
		if (bit) {
			this.pending |= 1 << place;
		}
		if (place == Byte.SIZE - 1) {
			this.bytes.putByte((byte) this.pending);
			this.pending = 0;
		}
	}

	int size() {
		return this.bytes.size();
	}

	/**
	 * Ends the last byte; no bit can follow.
	 */
	ByteSink finished() {
		if ((this.count & (Byte.SIZE - 1)) != 0) {
			this.bytes.putByte((byte) this.pending);
			this.count = 0;
		}
		return this.bytes;
	}

}
