package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;

/**
 * Formatter of integers and decimals. It writes two digits at a time.
 */
final class NumberFormatter {

	/**
	 * The maximum length of a number: a sign, a zero, a decimal point and 38 digits.
	 */
	static final int MAX_LENGTH = 41;

	private static final byte[] TENS = new byte[100];

	private static final byte[] ONES = new byte[100];

	private static final byte[] MIN_VALUE_TEXT = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

	static {
		for (int i = 0; i < 100; i++) {
			TENS[i] = (byte) ('0' + i / 10);
			ONES[i] = (byte) ('0' + i % 10);
		}
	}

	private NumberFormatter() {
	}

	static void put(long value, TextOutput out) {
		byte[] target = out.room(MAX_LENGTH);
		out.moveTo(put(value, target, out.position()));
	}

	/**
	 * Writes a number.
	 * @return the index after the last byte
	 */
	static int put(long value, byte[] target, int at) {
		if (value == Long.MIN_VALUE) {
			System.arraycopy(MIN_VALUE_TEXT, 0, target, at, MIN_VALUE_TEXT.length);
			return at + MIN_VALUE_TEXT.length;
		}
		if (value < 0) {
			target[at] = '-';
			return put(-value, target, at + 1);
		}
		return padded(value, length(value), target, at);
	}

	/**
	 * Writes a number that is not negative, with leading zeros.
	 * @param width the number of digits, at least those of the number
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
	 * Writes {@code unscaled / 10^scale} in plain notation.
	 * @param unscaled the unscaled value, except {@link Long#MIN_VALUE}
	 */
	static void put(long unscaled, int scale, TextOutput out) {
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
