package io.sparkex.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How results are written as CSV. Immutable and thread-safe.
 * <p>
 * A cell is in quotes only where its text needs them. Numbers, dates, times and intervals
 * have the text that {@link JsonOptions} describes, NaN and the infinities too; bytes are
 * Base64. Arrays, maps, structs, variants, geometries and geographies are JSON, always in
 * quotes. A null is an empty cell, an empty text is {@code ""}: few readers tell them
 * apart, but some do. In a result of a single column an empty cell is an empty line,
 * which some readers skip; {@link #withNullText(String)} helps.
 *
 * @since 0.1.0
 */
public final class CsvOptions {

	/**
	 * Numbers, dates, times, intervals and booleans.
	 */
	private static final Pattern VALUE = Pattern.compile("[-+]?(\\d.*|P[-T\\d].*|Infinity)|true|false");

	private static final Set<String> LINE_SEPARATORS = Set.of("\r\n", "\n", "\r");

	private static final CsvOptions DEFAULTS = new CsvOptions(new Syntax(',', "\r\n", "", false, false), true, false,
			ZoneOffset.UTC);

	private final Syntax syntax;

	private final boolean header;

	private final boolean formulaGuard;

	private final ZoneId timeZone;

	private CsvOptions(Syntax syntax, boolean header, boolean formulaGuard, ZoneId timeZone) {
		this.syntax = syntax;
		this.header = header;
		this.formulaGuard = formulaGuard;
		this.timeZone = timeZone;
	}

	/**
	 * A comma between cells, a header, lines that end with CR and LF, nothing for a null,
	 * timestamps in UTC.
	 * @return options
	 */
	public static CsvOptions defaults() {
		return DEFAULTS;
	}

	private CsvOptions with(Syntax changed) {
		return new CsvOptions(changed, this.header, this.formulaGuard, this.timeZone);
	}

	/**
	 * The character between cells; a comma by default.
	 * @param delimiter a character of ASCII that no number, date or Base64 has, such as a
	 * semicolon or a tab
	 * @return new options
	 * @throws IllegalArgumentException if it is another, or is in the text for a null
	 */
	public CsvOptions withDelimiter(char delimiter) {
		return with(new Syntax(delimiter, lineSeparator(), nullText(), quoteAll(), byteOrderMark()));
	}

	/**
	 * Whether the first line has the names of the columns, as by default.
	 * @param header whether to write them
	 * @return new options
	 */
	public CsvOptions withHeader(boolean header) {
		return new CsvOptions(this.syntax, header, this.formulaGuard, this.timeZone);
	}

	/**
	 * What ends each line; CR and LF by default.
	 * @param lineSeparator CR and LF, or one of them
	 * @return new options
	 * @throws IllegalArgumentException if it is anything else
	 */
	public CsvOptions withLineSeparator(String lineSeparator) {
		return with(new Syntax(delimiter(), lineSeparator, nullText(), quoteAll(), byteOrderMark()));
	}

	/**
	 * What stands for a null, without quotes; nothing by default. A text that is the same
	 * is written in quotes; with {@code NaN} a number that is none looks like a null.
	 * @param nullText the text
	 * @return new options
	 * @throws IllegalArgumentException if it has a delimiter, a quote or the end of a
	 * line, or is another value such as {@code 0} or {@code true}
	 */
	public CsvOptions withNullText(String nullText) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText, quoteAll(), byteOrderMark()));
	}

	/**
	 * Whether all cells but nulls are in quotes; by default those that need it are.
	 * @param quoteAll whether to quote all
	 * @return new options
	 */
	public CsvOptions withQuoteAll(boolean quoteAll) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText(), quoteAll, byteOrderMark()));
	}

	/**
	 * Whether the text starts with a byte order mark, which tells Excel that it is UTF-8;
	 * by default it does not.
	 * @param byteOrderMark whether to write it
	 * @return new options
	 */
	public CsvOptions withByteOrderMark(boolean byteOrderMark) {
		return with(new Syntax(delimiter(), lineSeparator(), nullText(), quoteAll(), byteOrderMark));
	}

	/**
	 * Whether texts that a spreadsheet would take for a formula have an apostrophe before
	 * them: those that start with {@code = + - @}, a tab or the end of a line. For files
	 * with texts of strangers that people open in a spreadsheet; off by default, since
	 * other readers see the apostrophe.
	 * @param formulaGuard whether to write it
	 * @return new options
	 */
	public CsvOptions withFormulaGuard(boolean formulaGuard) {
		return new CsvOptions(this.syntax, this.header, formulaGuard, this.timeZone);
	}

	/**
	 * The time zone whose clocks show a TIMESTAMP, which is written with its offset from
	 * UTC; UTC by default.
	 * @param timeZone the zone
	 * @return new options
	 */
	public CsvOptions withTimeZone(ZoneId timeZone) {
		return new CsvOptions(this.syntax, this.header, this.formulaGuard, timeZone);
	}

	public char delimiter() {
		return this.syntax.delimiter();
	}

	public String lineSeparator() {
		return this.syntax.lineSeparator();
	}

	public String nullText() {
		return this.syntax.nullText();
	}

	public boolean quoteAll() {
		return this.syntax.quoteAll();
	}

	public boolean byteOrderMark() {
		return this.syntax.byteOrderMark();
	}

	public boolean header() {
		return this.header;
	}

	public boolean formulaGuard() {
		return this.formulaGuard;
	}

	public ZoneId timeZone() {
		return this.timeZone;
	}

	private record Syntax(char delimiter, String lineSeparator, String nullText, boolean quoteAll,
			boolean byteOrderMark) {

		Syntax {
			if (delimiter > '~' || Character.isLetterOrDigit(delimiter) || "\"'\r\n+-./:=".indexOf(delimiter) >= 0) {
				throw new IllegalArgumentException("delimiter must be a character of ASCII that no number, date or"
						+ " Base64 has, such as ; or a tab, but is '" + delimiter + "'");
			}
			if (!LINE_SEPARATORS.contains(lineSeparator)) {
				throw new IllegalArgumentException("lineSeparator must be CR and LF, CR or LF");
			}
			if (nullText.chars().anyMatch((c) -> c == delimiter || c == '"' || c == '\r' || c == '\n')) {
				throw new IllegalArgumentException(
						"nullText must have no delimiter, quote or end of a line but is '" + nullText + "'");
			}
			if (VALUE.matcher(nullText).matches()) {
				throw new IllegalArgumentException("nullText must not be what a value looks like but is " + nullText);
			}
		}

	}

}
