package io.sparkex.internal.protocol;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sparkex.errors.UnsupportedException;

/**
 * Something in a plan that not every supported server knows. A server ignores what it
 * does not know, or answers with an error that names no version, so that it has to be
 * refused here.
 *
 * @param description what it is, to begin a sentence with
 * @param since the first version of Spark that knows it
 * @since 0.1.0
 */
public record ServerFeature(String description, String since) {

	static final ServerFeature TIME_TYPE = new ServerFeature("The type TIME", "4.1.0");

	/** Rows of the program that are sent in parts. */
	public static final ServerFeature CHUNKED_LOCAL_DATA = new ServerFeature("Local data in parts", "4.1.0");

	/** A session made of another. */
	public static final ServerFeature CLONE_SESSION = new ServerFeature("Cloning a session", "4.1.0");

	/** What operations of a session are doing. */
	public static final ServerFeature OPERATION_STATES = new ServerFeature("Asking for the states of operations",
			"4.2.0");

	static final ServerFeature NESTED_LITERAL = new ServerFeature(
			"A literal with nulls within an array, map or struct, or with structs within an array or map", "4.1.0");

	static final ServerFeature PARTITION_ID = new ServerFeature("Repartitioning by the id of the partition", "4.1.0");

	static final ServerFeature SCHEMA_EVOLUTION = new ServerFeature("Schema evolution in writes", "4.2.0");

	static final ServerFeature NEAREST_BY_JOIN = new ServerFeature("The nearest-by join", "4.2.0");

	static final ServerFeature TABLE_CHANGES = new ServerFeature("Reading the changes of a table", "4.2.0");

	static final ServerFeature PARSE_XML = new ServerFeature("Parsing a column of XML", "4.2.0");

	static final ServerFeature CATALOG_4_2 = new ServerFeature("This operation of the catalog", "4.2.0");

	private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?.*");

	/**
	 * Fails where the server is older than the feature.
	 * @param version the version of Spark on the server
	 * @throws UnsupportedException naming the feature, and both versions
	 */
	public void require(String version) {
		if (!isIn(version)) {
			throw new UnsupportedException(this.description + " came with Spark " + this.since
					+ ", but the server has Spark " + version + "; use a newer server, or do without it");
		}
	}

	/**
	 * Whether a server has the feature. A version that is no version of Spark is believed
	 * to have all.
	 * @param version the version of Spark on the server
	 * @return {@code true} if it has
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
