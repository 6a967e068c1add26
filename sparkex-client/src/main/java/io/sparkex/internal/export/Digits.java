package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;

/**
 * Writes whole numbers and decimals digit by digit, two at a time.
 */
final class Digits {

	/**
	 * No number has more bytes: a sign, a zero, a point and 38 digits.
	 */
	static final int MAX_LENGTH = 41;

	private static final byte[] TENS = new byte[100];

	private static final byte[] ONES = new byte[100];

	private static final byte[] LEAST = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

	static {
		for (int i = 0; i < 100; i++) {
			TENS[i] = (byte) ('0' + i / 10);
			ONES[i] = (byte) ('0' + i % 10);
		}
	}

	private Digits() {
	}

	static void put(long value, TextSink out) {
		byte[] target = out.room(MAX_LENGTH);
		out.moveTo(put(value, target, out.position()));
	}

	/**
	 * Puts a number.
	 * @return the index after its last byte
	 */
	static int put(long value, byte[] target, int at) {
		if (value == Long.MIN_VALUE) {
			System.arraycopy(LEAST, 0, target, at, LEAST.length);
			return at + LEAST.length;
		}
		if (value < 0) {
			target[at] = '-';
			return put(-value, target, at + 1);
		}
		return padded(value, length(value), target, at);
	}

	/**
	 * Puts a number that is not negative with zeros before it.
	 * @param width the count of digits, not less than the number has
	 */
	static int padded(long value, int width, byte[] target, int at) {
		long rest = value;
		int i = at + width;
		while (i - at >= 2) {
			long hundreds = rest / 100;
			int pair = (int) (rest - hundreds * 100);
			target[--i] = ONES[pair];
			target[--i] = TENS[pair];
			rest = hundreds;
		}
		if (i > at) {
			target[at] = (byte) ('0' + rest);
		}
		return at + width;
	}

	static int length(long value) {
		int length = 1;
		for (long bound = 10; length < 19 && value >= bound; bound *= 10) {
			length++;
		}
		return length;
	}

	/**
	 * Puts {@code unscaled / 10^scale} in full.
	 * @param unscaled any number but {@link Long#MIN_VALUE}
	 */
	static void put(long unscaled, int scale, TextSink out) {
		byte[] target = out.room(MAX_LENGTH);
		int at = out.position();
		if (unscaled < 0) {
			target[at++] = '-';
		}
		long magnitude = Math.abs(unscaled);
		int end = padded(magnitude, Math.max(length(magnitude), scale + 1), target, at);
		if (scale > 0) {
			System.arraycopy(target, end - scale, target, end - scale + 1, scale);
			target[end - scale] = '.';
			end++;
		}
		out.moveTo(end);
	}

}
