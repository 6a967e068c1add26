package io.sparkex.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Properties of Spark versions.
 */
final class SparkVersion {

	static final String DEFAULT = "4.1.2";

	/** The default if the Java version is too new for {@link #DEFAULT}. */
	static final String DEFAULT_ON_NEW_JAVA = "4.2.0";

	static final int MINIMUM_JAVA = 17;

	private static final Pattern FORMAT = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)([-.][\\w.-]+)?");

	private SparkVersion() {
	}

	static String check(String version) {
		Matcher matcher = FORMAT.matcher(version);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"version '" + version + "' is not a Spark version: use a full version, such as " + DEFAULT);
		}
		if (Integer.parseInt(matcher.group(1)) < 4) {
			throw new IllegalArgumentException(
					"version " + version + " is too old: the embedded server requires Spark 4.0 or later");
		}
		return version;
	}

	/**
	 * Returns the maximum Java version. Hadoop in Spark 4.0 calls Subject.getSubject,
	 * which fails on Java 23 and later.
	 */
	static int maximumJava(String version) {
		return version.startsWith("4.0.") ? 22 : Integer.MAX_VALUE;
	}

	static String defaultOn(int java) {
		return supportsFiles(DEFAULT, java) ? DEFAULT : DEFAULT_ON_NEW_JAVA;
	}

	/**
	 * Returns whether files and tables are supported. Spark 4.1 starts on Java 23 and
	 * later, but Hadoop still calls Subject.getSubject for files.
	 */
	static boolean supportsFiles(String version, int java) {
		return java < 23 || !version.startsWith("4.1.");
	}

	/**
	 * Returns the version of MLlib to use if the repositories do not have the same
	 * version as Spark. The server needs MLlib only to release sessions, so a similar
	 * version works.
	 */
	static String mllibFallback(String version) {
		return version.startsWith("4.0.") ? "4.0.1" : "4.1.0";
	}

}
