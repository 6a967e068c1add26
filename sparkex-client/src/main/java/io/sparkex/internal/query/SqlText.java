package io.sparkex.internal.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Classifier of SQL statements: queries, other statements, and statements that only the
 * server can classify.
 */
public final class SqlText {

	/**
	 * Keywords that start only queries.
	 */
	private static final List<String> QUERIES = List.of("SELECT", "VALUES", "TABLE");

	/**
	 * First keywords of statements that change only shared state, or no state.
	 */
	private static final Set<String> OF_CATALOG = Set.of("SELECT", "VALUES", "TABLE", "WITH", "FROM", "MAP", "REDUCE",
			"INSERT", "MERGE", "UPDATE", "DELETE", "TRUNCATE", "ALTER", "DROP", "REPLACE", "COMMENT", "ANALYZE", "MSCK",
			"REPAIR", "REFRESH", "LOAD", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "LIST", "UNCACHE", "CLEAR", "GRANT",
			"REVOKE", "OPTIMIZE", "VACUUM", "CALL");

	/**
	 * Keywords after CREATE that name session state.
	 */
	private static final Set<String> OF_SESSION = Set.of("TEMP", "TEMPORARY", "VARIABLE");

	/**
	 * Keywords in the definition of a cached table if it is defined by a query, and
	 * otherwise only in unusual names. Such a table is a temporary view.
	 */
	private static final Pattern QUERY_WORD = Pattern.compile("\\b(AS|SELECT|VALUES|FROM|WITH|TABLE|MAP|REDUCE)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> MODIFIERS = Set.of("OR", "REPLACE", "GLOBAL", "LOCAL");

	private final String sql;

	private int position;

	private SqlText(String sql) {
		this.sql = sql;
	}

	/**
	 * Returns whether the first keyword makes the text a query. Takes linear time and no
	 * stack, however long the leading comments are.
	 */
	public static boolean isCertainlyQuery(String sql) {
		SqlText text = new SqlText(sql);
		return text.skipToFirstWord() && QUERIES.stream().anyMatch(text::isAt);
	}

	/**
	 * Returns the keywords of a statement that changes session state.
	 * @param sql the statement
	 * @return the first keywords, or {@code null} if it changes no session state
	 */
	static @Nullable String sessionChange(String sql) {
		SqlText text = new SqlText(sql);
		String first = text.nextWord();
		if (first.equals("CREATE")) {
			for (String word = text.nextWord(); !word.isEmpty(); word = text.nextWord()) {
				if (OF_SESSION.contains(word)) {
					return "CREATE " + word;
				}
				if (!MODIFIERS.contains(word)) {
					return null;
				}
			}
			return null;
		}
		if (first.equals("CACHE")) {
			return text.cachesQuery() ? first : null;
		}
		return (first.isEmpty() || OF_CATALOG.contains(first)) ? null : first;
	}

	private boolean cachesQuery() {
		String word = nextWord();
		if (word.equals("LAZY")) {
			nextWord();
		}
		return QUERY_WORD.matcher(this.sql).region(this.position, this.sql.length()).find();
	}

	/**
	 * Skips to the next word and over it.
	 * @return the word in upper case, or empty if there is none
	 */
	private String nextWord() {
		if (!skipToFirstWord()) {
			return "";
		}
		int begin = this.position;
		while (this.position < this.sql.length() && isPartOfWord(this.sql.charAt(this.position))) {
			this.position++;
		}
		return this.sql.substring(begin, this.position).toUpperCase(Locale.ROOT);
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
	 * Skips a line comment. A backslash at the end of the line continues the comment on
	 * the next line.
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
	 * Comments can be nested.
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
