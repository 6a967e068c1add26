package io.sparkex.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Alignment of the carets below a line of a query. Servers count characters, but tabs and
 * the letters of some scripts are wider than others, and a query on a single line may be
 * too long to read.
 */
final class CaretAlignment {

	private static final Pattern MARKS = Pattern.compile("[ -]*\\^+\\s*");

	private static final int MAX_WIDTH = 200;

	private static final int MARGIN = 60;

	private static final String CUT = "...";

	private CaretAlignment() {
	}

	/**
	 * Aligns all carets in a text.
	 */
	static String align(String text) {
		if (text.indexOf('^') < 0) {
			return text;
		}
		List<String> aligned = new ArrayList<>();
		for (String line : text.split("\n", -1)) {
			if (!aligned.isEmpty() && MARKS.matcher(line).matches()) {
				Pair pair = new Pair(aligned.get(aligned.size() - 1), line.stripTrailing()).cut();
				aligned.set(aligned.size() - 1, pair.line());
				aligned.add(pair.alignedMarks());
			}
			else {
				aligned.add(line);
			}
		}
		return String.join("\n", aligned);
	}

	/**
	 * A line of a query and the carets below it, of the same number of characters.
	 */
	private record Pair(String line, String marks) {

		/**
		 * Shortens a long line to the part around the carets.
		 */
		Pair cut() {
			int begin = this.marks.indexOf('^');
			if (this.line.length() <= MAX_WIDTH || begin >= this.line.length()) {
				return this;
			}
			int from = whole(Math.max(0, begin - MARGIN));
			int to = whole(Math.min(this.line.length(), from + MAX_WIDTH));
			String before = (from > 0) ? CUT : "";
			String after = (to < this.line.length()) ? CUT : "";
			String kept = this.marks.substring(from, Math.min(this.marks.length(), to));
			String indent = kept.startsWith("-") ? "-" : " ";
			return new Pair(before + this.line.substring(from, to) + after, indent.repeat(before.length()) + kept);
		}

		/**
		 * Returns the index, or the one before it within a surrogate pair.
		 */
		private int whole(int index) {
			boolean inside = index > 0 && index < this.line.length()
					&& Character.isLowSurrogate(this.line.charAt(index));
			return inside ? index - 1 : index;
		}

		String alignedMarks() {
			StringBuilder aligned = new StringBuilder();
			for (int i = 0; i < this.marks.length(); i++) {
				char mark = this.marks.charAt(i);
				char above = (i < this.line.length()) ? this.line.charAt(i) : ' ';
				if (above == '\t' && mark != '^') {
					aligned.append('\t');
				}
				else {
					aligned.append(String.valueOf(mark).repeat(width(above)));
				}
			}
			return aligned.toString();
		}

		/**
		 * Returns the width of a character in a monospaced font. Most surrogate pairs are
		 * two columns wide, so each half counts as one.
		 */
		private static int width(char c) {
			return switch (Character.getType(c)) {
				case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
				default -> isWide(c) ? 2 : 1;
			};
		}

		private static boolean isWide(char c) {
			return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
					|| (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F)
					|| (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
		}

	}

}
