package io.sparkex.internal.export;

/**
 * Writes floating-point numbers as Java does.
 */
final class FloatingText {

	/**
	 * From here on Java writes an exponent.
	 */
	private static final double PLAIN_LIMIT = 1e7;

	private static final double LEAST_PLAIN = 1e-3;

	private static final int SCALE = 8;

	private static final double POWER = 1e8;

	private FloatingText() {
	}

	static void put(float value, TextSink out) {
		out.put(Float.toString(value));
	}

	/**
	 * Most numbers that people deal in have few digits, and need no search for the
	 * shortest text that reads as the number: up to 15 digits there is only one. A
	 * quotient of two exact numbers is the nearest to the true one, so that equality
	 * proves the digits right.
	 */
	static void put(double value, TextSink out) {
		double magnitude = Math.abs(value);
		if (magnitude >= LEAST_PLAIN && magnitude < PLAIN_LIMIT) {
			double scaled = Math.rint(value * POWER);
			if (scaled / POWER == value) {
				putShortest((long) scaled, out);
				return;
			}
		}
		out.put(Double.toString(value));
	}

	private static void putShortest(long scaled, TextSink out) {
		long digits = scaled;
		int scale = SCALE;
		while (scale > 1 && digits % 10 == 0) {
			digits /= 10;
			scale--;
		}
		Digits.put(digits, scale, out);
	}

}
