package io.sparkex;

import java.util.regex.Pattern;

/**
 * Tells queries from other statements, where that is certain.
 */
final class SqlText {

	/**
	 * White space and comments, then a word that begins nothing but a query.
	 */
	private static final Pattern QUERY = Pattern.compile(
			"(?:\\s|--[^\\r\\n]*(?:[\\r\\n]|$)|/\\*(?:[^*/]|\\*(?!/)|/(?!\\*))*\\*/)*+\\(*\\s*(?:SELECT|VALUES|TABLE)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private SqlText() {
	}

	static boolean isCertainlyQuery(String sql) {
		return QUERY.matcher(sql).matches();
	}

}
