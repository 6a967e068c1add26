package io.sparkex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A text or HTML table of a local frame.
 */
final class TextTable {

	private static final String ELLIPSIS = "...";

	private final LocalFrame frame;

	private final int rows;

	private final int width;

	TextTable(LocalFrame frame, int rows, int width) {
		this.frame = frame;
		this.rows = Math.min(rows, frame.size());
		if (width <= ELLIPSIS.length()) {
			throw new IllegalArgumentException(
					"width must be at least " + (ELLIPSIS.length() + 1) + " but is " + width);
		}
		this.width = width;
	}

	private List<String> names() {
		return this.frame.schema().fieldNames().stream().map(this::shown).toList();
	}

	private List<String> cells(int row) {
		return IntStream.range(0, this.frame.schema().size())
			.mapToObj((column) -> shown(plain(this.frame.row(row).get(column))))
			.toList();
	}

	private static String plain(@Nullable Object value) {
		return (value != null) ? Row.text(value) : "NULL";
	}

	/**
	 * Escapes control characters as Java does and truncates long text.
	 */
	private String shown(String text) {
		StringBuilder out = new StringBuilder();
		for (int i = 0; i < text.length() && out.length() <= this.width; i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\n' -> out.append("\\n");
				case '\r' -> out.append("\\r");
				case '\t' -> out.append("\\t");
				default -> out.append(Character.isISOControl(c) ? String.format("\\u%04X", (int) c) : c);
			}
		}
		if (out.length() <= this.width) {
			return out.toString();
		}
		int end = this.width - ELLIPSIS.length();
		if (Character.isHighSurrogate(out.charAt(end - 1))) {
			end--;
		}
		return out.substring(0, end) + ELLIPSIS;
	}

	String text() {
		List<List<String>> lines = new ArrayList<>();
		lines.add(names());
		IntStream.range(0, this.rows).forEach((row) -> lines.add(cells(row)));
		int[] widths = new int[names().size()];
		lines.forEach((line) -> IntStream.range(0, widths.length)
			.forEach((column) -> widths[column] = Math.max(widths[column], displayWidth(line.get(column)))));
		StringBuilder rule = new StringBuilder("+");
		IntStream.of(widths).forEach((width) -> rule.append("-".repeat(width)).append('+'));
		StringBuilder out = new StringBuilder().append(rule).append('\n');
		for (int i = 0; i < lines.size(); i++) {
			out.append('|');
			for (int column = 0; column < widths.length; column++) {
				String cell = lines.get(i).get(column);
				out.append(cell).append(" ".repeat(widths[column] - displayWidth(cell))).append('|');
			}
			out.append('\n');
			if (i == 0) {
				out.append(rule).append('\n');
			}
		}
		out.append(rule).append('\n');
		note().forEach((line) -> out.append(line).append('\n'));
		return out.toString();
	}

	private List<String> note() {
		List<String> lines = new ArrayList<>();
		if (this.rows < this.frame.size()) {
			lines.add("the first " + this.rows + " of " + this.frame.size() + " rows");
		}
		if (this.frame.isTruncated()) {
			lines.add("the result had more rows than were taken");
		}
		return lines;
	}

	/**
	 * Returns the display width of a text in a monospaced font: East Asian characters are
	 * two columns wide, combining marks have no width.
	 */
	private static int displayWidth(String text) {
		return text.codePoints().map(TextTable::displayWidth).sum();
	}

	private static int displayWidth(int character) {
		int type = Character.getType(character);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
			return 0;
		}
		boolean wide = isBetween(character, 0x1100, 0x115F) || isBetween(character, 0x2E80, 0xA4CF)
				|| isBetween(character, 0xAC00, 0xD7A3) || isBetween(character, 0xF900, 0xFAFF)
				|| isBetween(character, 0xFE30, 0xFE6F) || isBetween(character, 0xFF00, 0xFF60)
				|| isBetween(character, 0xFFE0, 0xFFE6) || isBetween(character, 0x1F300, 0x1FAFF)
				|| isBetween(character, 0x20000, 0x3FFFD);
		return wide ? 2 : 1;
	}

	private static boolean isBetween(int character, int first, int last) {
		return character >= first && character <= last;
	}

	String html() {
		StringBuilder out = new StringBuilder("<table>\n");
		List<String> note = note();
		if (!note.isEmpty()) {
			out.append("<caption>").append(String.join("; ", note)).append("</caption>\n");
		}
		out.append("<thead>");
		line(out, names(), "th");
		out.append("</thead>\n<tbody>\n");
		for (int row = 0; row < this.rows; row++) {
			line(out, cells(row), "td");
			out.append('\n');
		}
		return out.append("</tbody>\n</table>\n").toString();
	}

	private static void line(StringBuilder out, List<String> cells, String element) {
		out.append("<tr>");
		cells.forEach((cell) -> out.append('<')
			.append(element)
			.append('>')
			.append(escaped(cell))
			.append("</")
			.append(element)
			.append('>'));
		out.append("</tr>");
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
