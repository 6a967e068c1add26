package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;

/**
 * What stands for the characters that a text cannot have as they are. What is no UTF-8 is
 * replaced as Java does it.
 */
final class Escapes {

	/**
	 * So much of a text is dealt with at a time; with room for all it may grow by.
	 */
	static final int PIECE = 1 << 13;

	private static final int MAX_GROWTH = 6;

	/** For what is JSON already. */
	static final Escapes NONE = new Escapes();

	/** For quoted cells of CSV. */
	static final Escapes CSV = new Escapes().with('"', "\"\"");

	/** For strings of JSON. */
	static final Escapes JSON = json().with('"', "\\\"");

	/** For strings of JSON in quoted cells of CSV. */
	static final Escapes JSON_IN_CSV = json().with('"', "\\\"\"");

	private final byte[][] replacements = new byte[256][];

	private final byte[] growth = new byte[256];

	private Escapes() {
		for (int i = 0; i < this.replacements.length; i++) {
			this.replacements[i] = new byte[] { (byte) i };
		}
	}

	private static Escapes json() {
		Escapes escapes = new Escapes();
		for (char c = 0; c < ' '; c++) {
			escapes.with(c, String.format("\\u%04x", (int) c));
		}
		return escapes.with('\b', "\\b")
			.with('\f', "\\f")
			.with('\n', "\\n")
			.with('\r', "\\r")
			.with('\t', "\\t")
			.with('\\', "\\\\");
	}

	private Escapes with(char ascii, String replacement) {
		this.replacements[ascii] = replacement.getBytes(StandardCharsets.US_ASCII);
		this.growth[ascii] = (byte) (replacement.length() - 1);
		return this;
	}

	void put(CellText text, TextSink out) {
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
	 * Escapes in place.
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
	 * A byte that is no text becomes three at most.
	 */
	private int repair(byte[] text, int start, int end) {
		byte[] repaired = new String(text, start, end - start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		System.arraycopy(repaired, 0, text, start, repaired.length);
		return escape(text, start, start + repaired.length);
	}

	/**
	 * Goes from the end to the start, so that nothing is overwritten before it is read.
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
