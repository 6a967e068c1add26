package io.sparkex.internal.protocol;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sparkex.errors.UnsupportedException;

/**
 * Feature of a plan that not all supported servers have. Older servers ignore an unknown
 * field, or return an error that does not name a version. The client therefore checks the
 * version first.
 *
 * @param description the feature, as the start of a sentence
 * @param since the first version of Spark with the feature
 * @since 0.1.0
 */
public record ServerFeature(String description, String since) {

	static final ServerFeature TIME_TYPE = new ServerFeature("The type TIME", "4.1.0");

	/**
	 * Upload of local data in parts.
	 */
	public static final ServerFeature CHUNKED_LOCAL_DATA = new ServerFeature("Uploading local data in parts", "4.1.0");

	/**
	 * Cloning of a session.
	 */
	public static final ServerFeature CLONE_SESSION = new ServerFeature("Cloning a session", "4.1.0");

	/**
	 * Query of the states of operations.
	 */
	public static final ServerFeature OPERATION_STATES = new ServerFeature("Querying the states of operations",
			"4.2.0");

	static final ServerFeature NESTED_LITERAL = new ServerFeature(
			"A literal with nulls within an array, map or struct, or with structs within an array or map", "4.1.0");

	static final ServerFeature PARTITION_ID = new ServerFeature("Repartitioning by partition id", "4.1.0");

	static final ServerFeature SCHEMA_EVOLUTION = new ServerFeature("Schema evolution in writes", "4.2.0");

	static final ServerFeature NEAREST_BY_JOIN = new ServerFeature("The nearest-by join", "4.2.0");

	static final ServerFeature TABLE_CHANGES = new ServerFeature("Reading the changes of a table", "4.2.0");

	static final ServerFeature PARSE_XML = new ServerFeature("Parsing XML text", "4.2.0");

	static final ServerFeature CATALOG_4_2 = new ServerFeature("This catalog operation", "4.2.0");

	private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?.*");

	/**
	 * Verifies that the server has the feature.
	 * @param version the Spark version of the server
	 * @throws UnsupportedException if it does not; the message names the feature and both
	 * versions
	 */
	public void require(String version) {
		if (!isIn(version)) {
			throw new UnsupportedException(
					this.description + " requires Spark " + this.since + " or later; the server runs Spark " + version);
		}
	}

	/**
	 * Returns {@code true} if the server has the feature. A version that cannot be parsed
	 * is assumed to have all features.
	 * @param version the Spark version of the server
	 * @return {@code true} if the server has the feature
	 */
	public boolean isIn(String version) {
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
