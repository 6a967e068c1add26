package io.sparkex;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sparkex.errors.UnsupportedException;

/**
 * What not every supported server knows. A server ignores what it does not know, so that
 * it has to be refused here.
 */
enum ServerFeature {

	WRITE_SCHEMA_EVOLUTION("Schema evolution in writes", "4.2.0");

	private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?.*");

	private final String description;

	private final String since;

	ServerFeature(String description, String since) {
		this.description = description;
		this.since = since;
	}

	/**
	 * Fails where the server is older than the feature.
	 * @throws UnsupportedException naming the feature, and both versions
	 */
	void require(SparkSession session) {
		String version = session.version();
		if (!isIn(version)) {
			throw new UnsupportedException(this.description + " came with Spark " + this.since
					+ ", but the server has Spark " + version + "; use a newer server, or do without it");
		}
	}

	/**
	 * A version that is no version of Spark is believed to have all.
	 */
	boolean isIn(String version) {
		Matcher server = VERSION.matcher(version);
		Matcher first = VERSION.matcher(this.since);
		return !server.matches() || !first.matches() || Arrays.compare(parts(server), parts(first)) >= 0;
	}

	private static int[] parts(Matcher version) {
		String patch = version.group(3);
		return new int[] { Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)),
				(patch != null) ? Integer.parseInt(patch) : 0 };
	}

}
