package io.sparkex.errors;

import java.io.Serializable;

/**
 * The part of a query that an error is about.
 *
 * @param kind whether it is a text in SQL or a call of this API
 * @param objectType what the text belongs to, such as {@code VIEW}; empty for the
 * statement itself
 * @param objectName the name of what the text belongs to; empty for the statement itself
 * @param startIndex where the part begins in the text, from 0; -1 for a call
 * @param stopIndex where the part ends in the text, itself included; -1 for a call
 * @param fragment the part of the text, or the name of the method that was called
 * @param callSite the line of the application that made the call; empty for a text
 * @param summary all of it for people, in several lines
 * @since 0.1.0
 */
public record QueryContext(Kind kind, String objectType, String objectName, int startIndex, int stopIndex,
		String fragment, String callSite, String summary) implements Serializable {

	/**
	 * How a query is written.
	 */
	public enum Kind {

		/** As a text in SQL. */
		SQL,

		/** By calls of this API. */
		DATAFRAME

	}

}
