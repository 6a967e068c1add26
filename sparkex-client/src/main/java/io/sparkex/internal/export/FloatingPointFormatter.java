package io.sparkex.internal.export;

/**
 * Formatter of floating point numbers, with the output of
 * {@link Double#toString(double)}.
 */
final class FloatingPointFormatter {

	/**
	 * The magnitude from which Java uses scientific notation.
	 */
	private static final double PLAIN_LIMIT = 1e7;

	private static final double MIN_PLAIN = 1e-3;

	private static final int SCALE = 8;

	private static final double POWER = 1e8;

	private FloatingPointFormatter() {
	}

	static void put(float value, TextOutput out) {
		out.put(Float.toString(value));
	}

	/**
	 * Formats numbers with few digits, which are most numbers in practice, without
	 * searching for the shortest representation: with up to 15 digits there is only one.
	 * The quotient of two exact numbers is correctly rounded, so equality proves that the
	 * digits are right.
	 */
	static void put(double value, TextOutput out) {
		double magnitude = Math.abs(value);
		if (magnitude >= MIN_PLAIN && magnitude < PLAIN_LIMIT) {
			double scaled = Math.rint(value * POWER);
			if (scaled / POWER == value) {
				putShortest((long) scaled, out);
				return;
			}
		}
		out.put(Double.toString(value));
	}

	private static void putShortest(long scaled, TextOutput out) {
		long digits = scaled;
		int scale = SCALE;
		while (scale > 1 && digits % 10 == 0) {
			digits /= 10;
			scale--;
		}
		NumberFormatter.put(digits, scale, out);
	}

}
