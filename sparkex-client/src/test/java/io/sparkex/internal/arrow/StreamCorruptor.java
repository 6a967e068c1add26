package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/**
 * Corruptor of streams at random, including changes that only an attacker would make.
 */
final class StreamCorruptor {

	private static final long[] EXTREMES = { -1, 0, 1, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, Integer.MIN_VALUE,
			1L << 31, 1L << 32, (1L << 32) + 8, 2_000_000_000, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 7 };

	private final Random random;

	StreamCorruptor(long seed) {
		this.random = new Random(seed);
	}

	byte[] corrupt(byte[] stream) {
		byte[] corrupt = stream.clone();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			corrupt = corruptOnce(corrupt);
		}
		return corrupt;
	}

	private byte[] corruptOnce(byte[] stream) {
		if (stream.length < 2 * Long.BYTES) {
			return stream;
		}
		switch (this.random.nextInt(8)) {
			case 0 -> stream[at(stream, 1)] ^= (byte) (1 << this.random.nextInt(Byte.SIZE));
			case 1 -> stream[at(stream, 1)] = (byte) this.random.nextInt();
			case 2 -> words(stream).putInt(at(stream, Integer.BYTES), (int) extreme(stream));
			case 3 -> words(stream).putLong(at(stream, Long.BYTES), extreme(stream));
			case 4 -> replaceEverywhere(stream);
			case 5 -> swap(stream);
			case 6 -> {
				int start = this.random.nextInt(stream.length);
				int end = Math.min(stream.length, start + this.random.nextInt(64));
				Arrays.fill(stream, start, end, (byte) -this.random.nextInt(2));
			}
			default -> {
				return Arrays.copyOf(stream, this.random.nextInt(stream.length));
			}
		}
		return stream;
	}

	private static ByteBuffer words(byte[] stream) {
		return ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Returns a random aligned position.
	 */
	private int at(byte[] stream, int width) {
		return this.random.nextInt(stream.length / width) * width;
	}

	private long extreme(byte[] stream) {
		int which = this.random.nextInt(EXTREMES.length + 2);
		return (which < EXTREMES.length) ? EXTREMES[which] : this.random.nextInt(stream.length);
	}

	/**
	 * Counts occur in several places that have to agree.
	 */
	private void replaceEverywhere(byte[] stream) {
		ByteBuffer words = words(stream);
		int width = this.random.nextBoolean() ? Integer.BYTES : Long.BYTES;
		long old = 1L + this.random.nextInt(8);
		long extreme = extreme(stream);
		for (int at = 0; at + width <= stream.length; at += width) {
			if (width == Long.BYTES && words.getLong(at) == old) {
				words.putLong(at, extreme);
			}
			else if (width == Integer.BYTES && words.getInt(at) == old) {
				words.putInt(at, (int) extreme);
			}
		}
	}

	/**
	 * Swaps two blocks, for example two buffers or their metadata.
	 */
	private void swap(byte[] stream) {
		int length = Math.min(stream.length / 2, Long.BYTES << this.random.nextInt(4)) & -Long.BYTES;
		int slots = stream.length / length;
		int one = this.random.nextInt(slots) * length;
		int other = this.random.nextInt(slots) * length;
		byte[] kept = Arrays.copyOfRange(stream, one, one + length);
		System.arraycopy(stream, other, stream, one, length);
		System.arraycopy(kept, 0, stream, other, length);
	}

}
