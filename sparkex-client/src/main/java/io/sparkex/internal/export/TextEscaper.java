package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;

import io.sparkex.internal.json.JsonWriter;

/**
 * Escaping of UTF-8 text. Invalid UTF-8 is replaced as Java does.
 */
final class TextEscaper {

	/**
	 * The size of a chunk in bytes. The buffer must have room for an escaped chunk.
	 */
	static final int PIECE = 1 << 13;

	private static final int MAX_GROWTH = 6;

	private static final int ESCAPABLE = 0x80;

	/**
	 * No escaping, for JSON values.
	 */
	static final TextEscaper NONE = new TextEscaper();

	/**
	 * Escaping in quoted cells of CSV.
	 */
	static final TextEscaper CSV = new TextEscaper().with('"', "\"\"");

	/**
	 * Escaping in strings of JSON.
	 */
	static final TextEscaper JSON = json();

	/**
	 * Escaping in strings of JSON in quoted cells of CSV.
	 */
	static final TextEscaper JSON_IN_CSV = json().with('"', "\\\"\"");

	private final byte[][] replacements = new byte[256][];

	private final byte[] growth = new byte[256];

	private TextEscaper() {
		for (int i = 0; i < this.replacements.length; i++) {
			this.replacements[i] = new byte[] { (byte) i };
		}
	}

	private static TextEscaper json() {
		TextEscaper escapes = new TextEscaper();
		for (char c = 0; c < ESCAPABLE; c++) {
			String escape = JsonWriter.escape(c);
			if (escape != null) {
				escapes.with(c, escape);
			}
		}
		return escapes;
	}

	private TextEscaper with(char ascii, String replacement) {
		this.replacements[ascii] = replacement.getBytes(StandardCharsets.US_ASCII);
		this.growth[ascii] = (byte) (replacement.length() - 1);
		return this;
	}

	void put(CellText text, TextOutput out) {
		int length = text.length();
		for (int from = 0; from < length;) {
			int count = Math.min(length - from, PIECE);
			byte[] target = out.room(count * MAX_GROWTH);
			int at = out.position();
			text.copy(from, target, at, count);
			if (from + count < length) {
				count = Utf8.whole(target, at, count);
			}
			out.moveTo(escape(target, at, at + count));
			from += count;
		}
	}

	/**
	 * Escapes a text in place.
	 * @return the index after the last byte
	 */
	private int escape(byte[] text, int start, int end) {
		int all = 0;
		int grown = 0;
		for (int i = start; i < end; i++) {
			all |= text[i];
			grown += this.growth[text[i] & 0xFF];
		}
		if (all < 0 && !Utf8.isValid(text, start, end)) {
			return repair(text, start, end);
		}
		if (grown > 0) {
			grow(text, end, grown);
		}
		return end + grown;
	}

	/**
	 * Replaces invalid UTF-8. An invalid byte becomes at most three bytes.
	 */
	private int repair(byte[] text, int start, int end) {
		byte[] repaired = new String(text, start, end - start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		System.arraycopy(repaired, 0, text, start, repaired.length);
		return escape(text, start, start + repaired.length);
	}

	/**
	 * Replaces backwards, so that no byte is overwritten before it is read.
	 */
	private void grow(byte[] text, int end, int grown) {
		int from = end;
		int to = end + grown;
		while (from < to) {
			byte[] replacement = this.replacements[text[--from] & 0xFF];
			to -= replacement.length;
			System.arraycopy(replacement, 0, text, to, replacement.length);
		}
	}

}
