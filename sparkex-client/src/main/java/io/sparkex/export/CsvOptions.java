package io.sparkex.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Options for results in CSV format. Immutable and thread-safe.
 * <p>
 * Fields are quoted only if their text requires it. Numbers (including NaN and
 * infinities), dates, times and intervals are formatted as in {@link JsonOptions}; binary
 * values are Base64. Arrays, maps, structs, variants, geometries and geographies are
 * JSON, always quoted.
 * <p>
 * A null is an empty field, and an empty string is {@code ""}; few CSV readers
 * distinguish them. In a result with a single column, an empty field is an empty line,
 * which some readers skip; use {@link #withNullText(String)} to avoid it.
 *
 * @since 0.1.0
 */
public final class CsvOptions {

	/**
	 * Pattern of numbers, dates, times, intervals and booleans.
	 */
	private static final Pattern VALUE = Pattern.compile("[-+]?(\\d.*|P[-T\\d].*|Infinity)|true|false");

	private static final Set<String> LINE_SEPARATORS = Set.of("\r\n", "\n", "\r");

	private static final CsvOptions DEFAULTS = new CsvOptions(new Syntax(',', "\r\n", "", false, false), true, false,
			ZoneOffset.UTC);

	private final Syntax syntax;

	private final boolean header;

	private final boolean escapeFormulas;

	private final ZoneId timeZone;

	private CsvOptions(Syntax syntax, boolean header, boolean escapeFormulas, ZoneId timeZone) {
		this.syntax = syntax;
		this.header = header;
		this.escapeFormulas = escapeFormulas;
		this.timeZone = timeZone;
	}

	/**
	 * Returns the default options: comma as delimiter, a header, CRLF line endings, empty
	 * fields for nulls, and timestamps in UTC.
	 * @return the options
	 */
	public static CsvOptions defaults() {
		return DEFAULTS;
	}

	private CsvOptions with(Syntax changed) {
		return new CsvOptions(changed, this.header, this.escapeFormulas, this.timeZone);
	}

	/**
	 * Sets the delimiter between fields. The default is a comma.
	 * @param delimiter an ASCII character that does not occur in numbers, dates or
	 * Base64, such as a semicolon or a tab
	 * @return new options
	 * @throws IllegalArgumentException if the delimiter is not allowed or occurs in the
	 * text for nulls
	 */
	public CsvOptions withDelimiter(char delimiter) {
		return with(new Syntax(delimiter, lineSeparator(), nullText(), quoteAll(), byteOrderMark()));
	}

	/**
	 * Enables or disables the header line with the column names. Enabled by default.
	 * @param header {@code true} to write a header
	 * @return new options
	 */
	public CsvOptions withHeader(boolean header) {
		return new CsvOptions(this.syntax, header, this.escapeFormulas, this.timeZone);
	}

	/**
	 * Sets the line ending. The default is CRLF.
	 * @param lineSeparator CRLF, CR or LF
	 * @return new options
	 * @throws IllegalArgumentException if the line separator is not allowed
	 */
	public CsvOptions withLineSeparator(String lineSeparator) {
		return with(new Syntax(delimiter(), lineSeparator, nullText(), quoteAll(), byteOrderMark()));
	}

	/**
	 * Sets the unquoted text for nulls. The default is an empty field. A string with the
	 * same text is quoted; with {@code NaN}, the number NaN cannot be distinguished from
	 * null.
	 * @param nullText the text
	 * @return new options
	 * @throws IllegalArgumentException if the text contains a delimiter, a quote or a
	 * line break, or looks like another value such as {@code 0} or {@code true}
	 */
	public CsvOptions withNullText(String nullText) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText, quoteAll(), byteOrderMark()));
	}

	/**
	 * Enables or disables quotes around all fields except nulls. By default, fields are
	 * quoted only if required.
	 * @param quoteAll {@code true} to quote all fields
	 * @return new options
	 */
	public CsvOptions withQuoteAll(boolean quoteAll) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText(), quoteAll, byteOrderMark()));
	}

	/**
	 * Enables or disables a byte order mark at the start, by which Excel recognizes
	 * UTF-8. Disabled by default.
	 * @param byteOrderMark {@code true} to write a byte order mark
	 * @return new options
	 */
	public CsvOptions withByteOrderMark(boolean byteOrderMark) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText(), quoteAll(), byteOrderMark));
	}

	/**
	 * Enables or disables the escaping of formulas, as protection against CSV injection.
	 * Strings that start with {@code = + - @}, a tab or a line break get a leading
	 * apostrophe, so that spreadsheets do not evaluate them. Enable it for untrusted data
	 * that is opened in a spreadsheet. Disabled by default, since other readers see the
	 * apostrophe.
	 * @param escapeFormulas {@code true} to escape formulas
	 * @return new options
	 */
	public CsvOptions withEscapeFormulas(boolean escapeFormulas) {
		return new CsvOptions(this.syntax, this.header, escapeFormulas, this.timeZone);
	}

	/**
	 * Sets the time zone of TIMESTAMP values, which are written with their UTC offset.
	 * The default is UTC.
	 * @param timeZone the time zone
	 * @return new options
	 */
	public CsvOptions withTimeZone(ZoneId timeZone) {
		return new CsvOptions(this.syntax, this.header, this.escapeFormulas, timeZone);
	}

	/**
	 * Returns the delimiter between fields.
	 * @return the delimiter
	 */
	public char delimiter() {
		return this.syntax.delimiter();
	}

	/**
	 * Returns the line ending.
	 * @return the line separator
	 */
	public String lineSeparator() {
		return this.syntax.lineSeparator();
	}

	/**
	 * Returns the text for nulls.
	 * @return the text
	 */
	public String nullText() {
		return this.syntax.nullText();
	}

	/**
	 * Returns {@code true} if all fields except nulls are quoted.
	 * @return {@code true} if all fields are quoted
	 */
	public boolean quoteAll() {
		return this.syntax.quoteAll();
	}

	/**
	 * Returns {@code true} if the text starts with a byte order mark.
	 * @return {@code true} if a byte order mark is written
	 */
	public boolean byteOrderMark() {
		return this.syntax.byteOrderMark();
	}

	/**
	 * Returns {@code true} if there is a header line with the column names.
	 * @return {@code true} if a header is written
	 */
	public boolean header() {
		return this.header;
	}

	/**
	 * Returns {@code true} if formulas are escaped.
	 * @return {@code true} if formulas are escaped
	 */
	public boolean escapeFormulas() {
		return this.escapeFormulas;
	}

	/**
	 * Returns the time zone of TIMESTAMP values.
	 * @return the time zone
	 */
	public ZoneId timeZone() {
		return this.timeZone;
	}

	private record Syntax(char delimiter, String lineSeparator, String nullText, boolean quoteAll,
			boolean byteOrderMark) {

		Syntax {
			if (delimiter > '~' || Character.isLetterOrDigit(delimiter) || "\"'\r\n+-./:=".indexOf(delimiter) >= 0) {
				throw new IllegalArgumentException(
						"delimiter must be an ASCII character that does not occur in numbers,"
								+ " dates or Base64, such as ; or a tab, but is '" + delimiter + "'");
			}
			if (!LINE_SEPARATORS.contains(lineSeparator)) {
				throw new IllegalArgumentException("lineSeparator must be CRLF, CR or LF");
			}
			if (nullText.chars().anyMatch((c) -> c == delimiter || c == '"' || c == '\r' || c == '\n')) {
				throw new IllegalArgumentException(
						"nullText must not contain a delimiter, a quote or a line break but is '" + nullText + "'");
			}
			if (VALUE.matcher(nullText).matches()) {
				throw new IllegalArgumentException("nullText must not look like a value but is " + nullText);
			}
		}

	}

}
