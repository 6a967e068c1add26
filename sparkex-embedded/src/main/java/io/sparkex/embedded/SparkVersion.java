package io.sparkex.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Spark versions there are, as far as the embedded server has to know.
 */
final class SparkVersion {

	static final String DEFAULT = "4.1.2";

	/** The default where Java is too new for the other one. */
	static final String DEFAULT_ON_NEW_JAVA = "4.2.0";

	static final int MINIMUM_JAVA = 17;

	private static final Pattern FORMAT = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)([-.][\\w.-]+)?");

	private SparkVersion() {
	}

	static String check(String version) {
		Matcher matcher = FORMAT.matcher(version);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"version '" + version + "' is not a Spark version: write it in full, such as " + DEFAULT);
		}
		if (Integer.parseInt(matcher.group(1)) < 4) {
			throw new IllegalArgumentException(
					"version " + version + " is too old: the embedded server needs Spark 4.0 or later");
		}
		return version;
	}

	/**
	 * Spark 4.0 comes with a Hadoop that calls Subject.getSubject, which Java 23 and
	 * later refuse.
	 */
	static int maximumJava(String version) {
		return version.startsWith("4.0.") ? 22 : Integer.MAX_VALUE;
	}

	static String defaultOn(int java) {
		return readsFiles(DEFAULT, java) ? DEFAULT : DEFAULT_ON_NEW_JAVA;
	}

	/**
	 * Spark 4.1 starts on Java 23 and later, but its Hadoop still calls that method for
	 * files and tables.
	 */
	static boolean readsFiles(String version, int java) {
		return java < 23 || !version.startsWith("4.1.");
	}

	/**
	 * The MLlib to use where a version has none in the repositories. The server only
	 * needs it to be able to release a session, so a near relative serves.
	 */
	static String mllibFallback(String version) {
		return version.startsWith("4.0.") ? "4.0.1" : "4.1.0";
	}

}
