package io.sparkex.internal.plan;

/**
 * What a column of text can be parsed as.
 *
 * @since 0.1.0
 */
public enum TextFormat {

	/** A line of comma-separated values a row. */
	CSV,

	/** An object a row. */
	JSON,

	/** An element a row. Known to servers from Spark 4.2 on. */
	XML

}
