package io.sparkex.errors;

import java.io.Serializable;

/**
 * The part of a query that an error refers to.
 *
 * @param kind the kind of query: SQL text or a call of the DataFrame API
 * @param objectType the type of the object that contains the text, such as {@code VIEW};
 * empty for the statement itself
 * @param objectName the name of the object that contains the text; empty for the
 * statement itself
 * @param startIndex the start of the part in the text, from 0; -1 for a call
 * @param stopIndex the end of the part in the text, inclusive; -1 for a call
 * @param fragment the part of the text, or the name of the called method
 * @param callSite the line of the application that made the call; empty for SQL text
 * @param summary a readable summary in several lines
 * @since 0.1.0
 */
public record QueryContext(Kind kind, String objectType, String objectName, int startIndex, int stopIndex,
		String fragment, String callSite, String summary) implements Serializable {

	/**
	 * The kind of a query.
	 *
	 * @since 0.1.0
	 */
	public enum Kind {

		/**
		 * SQL text.
		 */
		SQL,

		/** Calls of the DataFrame API. */
		DATAFRAME

	}

}
