package io.sparkex.internal.plan;

/**
 * Formats of text that can be parsed.
 *
 * @since 0.1.0
 */
public enum TextFormat {

	/**
	 * Comma-separated values, one line for each row.
	 */
	CSV,

	/**
	 * One JSON object for each row.
	 */
	JSON,

	/**
	 * One XML element for each row. Requires Spark 4.2 or later.
	 */
	XML

}
