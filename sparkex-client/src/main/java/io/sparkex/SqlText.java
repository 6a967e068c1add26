package io.sparkex;

import java.util.List;

/**
 * Tells queries from other statements, where that is certain.
 */
final class SqlText {

	/**
	 * Words that begin nothing but a query.
	 */
	private static final List<String> QUERIES = List.of("SELECT", "VALUES", "TABLE");

	private final String sql;

	private int position;

	private SqlText(String sql) {
		this.sql = sql;
	}

	/**
	 * Whether the first word makes the text a query. Takes time in proportion to what
	 * stands before that word, and no stack, however long the comments are.
	 */
	static boolean isCertainlyQuery(String sql) {
		SqlText text = new SqlText(sql);
		return text.skipToFirstWord() && QUERIES.stream().anyMatch(text::isAt);
	}

	private boolean skipToFirstWord() {
		while (this.position < this.sql.length()) {
			char c = this.sql.charAt(this.position);
			if (Character.isWhitespace(c) || c == '(') {
				this.position++;
			}
			else if (this.sql.startsWith("--", this.position)) {
				skipLine();
			}
			else if (this.sql.startsWith("/*", this.position)) {
				skipComment();
			}
			else {
				return true;
			}
		}
		return false;
	}

	/**
	 * A backslash at the end of the line lets the comment go on in the next one.
	 */
	private void skipLine() {
		while (this.position < this.sql.length()) {
			char c = this.sql.charAt(this.position++);
			boolean goesOn = c == '\n' && this.sql.charAt(this.position - 2) == '\\';
			if (c == '\r' || (c == '\n' && !goesOn)) {
				return;
			}
		}
	}

	/**
	 * Comments can stand within comments.
	 */
	private void skipComment() {
		int depth = 0;
		do {
			if (this.sql.startsWith("/*", this.position)) {
				depth++;
				this.position += 2;
			}
			else if (this.sql.startsWith("*/", this.position)) {
				depth--;
				this.position += 2;
			}
			else {
				this.position++;
			}
		}
		while (depth > 0 && this.position < this.sql.length());
	}

	private boolean isAt(String word) {
		int end = this.position + word.length();
		return this.sql.regionMatches(true, this.position, word, 0, word.length())
				&& (end == this.sql.length() || !isPartOfWord(this.sql.charAt(end)));
	}

	private static boolean isPartOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

}
