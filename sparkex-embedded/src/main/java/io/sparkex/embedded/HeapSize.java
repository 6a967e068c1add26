package io.sparkex.embedded;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for heap sizes in the notation of Java and Spark: {@code 512m}, {@code 1g},
 * {@code 2GB}, bytes.
 */
final class HeapSize {

	/** The minimum heap size. Spark does not start with less than about 450 MB. */
	static final long MINIMUM = 512L * 1024 * 1024;

	static final long DEFAULT = 1024L * 1024 * 1024;

	private static final Pattern FORMAT = Pattern.compile("(\\d{1,15})\\s*([kmgt]?)(b|ib)?");

	private HeapSize() {
	}

	static long parse(String text) {
		Matcher matcher = FORMAT.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"heap '" + text + "' is not a size: write a number and a unit, such as 512m or 2g");
		}
		try {
			return check(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor(matcher.group(2))));
		}
		catch (ArithmeticException ex) {
			throw new IllegalArgumentException("heap '" + text + "' is too large", ex);
		}
	}

	static long check(long bytes) {
		if (bytes < MINIMUM) {
			throw new IllegalArgumentException("heap of " + bytes + " bytes is too small: Spark needs at least 512m");
		}
		return bytes;
	}

	private static long factor(String unit) {
		return 1L << (10 * (1 + "kmgt".indexOf(unit.isEmpty() ? '-' : unit.charAt(0))));
	}

}
