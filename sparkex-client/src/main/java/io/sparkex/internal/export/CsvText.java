package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.sparkex.export.CsvOptions;

/**
 * Writes texts as cells of CSV, in quotes only where they are needed.
 */
final class CsvText {

	private static final int LONGEST_START = 3;

	private final boolean quoteAll;

	private final boolean guarded;

	private final byte[] nullText;

	private final byte[] candidate;

	/** Which bytes a cell without quotes cannot have. */
	private final boolean[] special = new boolean[256];

	private final byte[] start = new byte[LONGEST_START];

	CsvText(CsvOptions options, boolean guarded) {
		this.quoteAll = options.quoteAll();
		this.guarded = guarded;
		this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
		this.candidate = this.nullText.clone();
		this.special['"'] = true;
		this.special['\r'] = true;
		this.special['\n'] = true;
		this.special[options.delimiter()] = true;
	}

	void put(CellText text, TextSink out) {
		boolean quoted = this.quoteAll || isNullText(text) || hasSpecial(text, out);
		if (quoted) {
			out.put('"');
		}
		if (this.guarded && startsFormula(text)) {
			out.put('\'');
		}
		(quoted ? Escapes.CSV : Escapes.NONE).put(text, out);
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
	 * Looks at a text in the room of what is to be written next, where it would go.
	 */
	private boolean hasSpecial(CellText text, TextSink out) {
		int length = text.length();
		for (int from = 0; from < length; from += Escapes.PIECE) {
			int count = Math.min(length - from, Escapes.PIECE);
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
	 * Whether a spreadsheet would take a text for a formula, by the list of OWASP, which
	 * has the wide forms of signs too.
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
