package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.sparkex.export.CsvOptions;

/**
 * Writer of text cells of CSV, which are quoted only if necessary.
 */
final class CsvTextWriter {

	private static final int LONGEST_START = 3;

	private final boolean quoteAll;

	private final boolean escapeFormulas;

	private final byte[] nullText;

	private final byte[] candidate;

	/**
	 * The bytes that require quotes.
	 */
	private final boolean[] special = new boolean[256];

	private final byte[] start = new byte[LONGEST_START];

	CsvTextWriter(CsvOptions options, boolean escapeFormulas) {
		this.quoteAll = options.quoteAll();
		this.escapeFormulas = escapeFormulas;
		this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
		this.candidate = this.nullText.clone();
		this.special['"'] = true;
		this.special['\r'] = true;
		this.special['\n'] = true;
		this.special[options.delimiter()] = true;
	}

	void put(CellText text, TextOutput out) {
		boolean quoted = this.quoteAll || isNullText(text) || hasSpecial(text, out);
		if (quoted) {
			out.put('"');
		}
		if (this.escapeFormulas && startsFormula(text)) {
			out.put('\'');
		}
		(quoted ? TextEscaper.CSV : TextEscaper.NONE).put(text, out);
		if (quoted) {
			out.put('"');
		}
	}

	private boolean isNullText(CellText text) {
		int length = text.length();
		if (length != this.nullText.length) {
			return false;
		}
		text.copy(0, this.candidate, 0, length);
		return Arrays.equals(this.candidate, this.nullText);
	}

	/**
	 * Checks a text for special characters. The unused part of the output buffer serves
	 * as working memory.
	 */
	private boolean hasSpecial(CellText text, TextOutput out) {
		int length = text.length();
		for (int from = 0; from < length; from += TextEscaper.PIECE) {
			int count = Math.min(length - from, TextEscaper.PIECE);
			byte[] room = out.room(count);
			int at = out.position();
			text.copy(from, room, at, count);
			for (int i = at; i < at + count; i++) {
				if (this.special[room[i] & 0xFF]) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Returns {@code true} if a spreadsheet would interpret the text as a formula,
	 * according to the list of OWASP, which includes full-width signs.
	 */
	private boolean startsFormula(CellText text) {
		int count = Math.min(text.length(), LONGEST_START);
		text.copy(0, this.start, 0, count);
		if (count == 0) {
			return false;
		}
		return switch (new String(this.start, 0, count, StandardCharsets.UTF_8).charAt(0)) {
			case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
			default -> false;
		};
	}

}
