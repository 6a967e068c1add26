package io.sparkex.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment, created from the plain text of the registry.
 */
class Javadoc {

	private static final int WIDTH = 110;

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final StringBuilder text = new StringBuilder("\t/**\n");

	/**
	 * Appends a paragraph of plain text, with {@code `code`} in backticks.
	 * @param plain the text
	 * @return this
	 */
	Javadoc paragraph(String plain) {
		if (this.text.length() > "\t/**\n".length()) {
			line("<p>");
		}
		return lines(markUp(plain));
	}

	/**
	 * Appends text that is already Javadoc, such as a tag.
	 * @param markup the text
	 * @return this
	 */
	Javadoc lines(String markup) {
		wrap(markup, WIDTH).forEach(this::line);
		return this;
	}

	private void line(String line) {
		this.text.append("\t * ").append(line).append('\n');
	}

	static List<String> wrap(String text, int width) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" +")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	private static String markUp(String plain) {
		Matcher matcher = CODE.matcher(plain);
		StringBuilder result = new StringBuilder();
		int end = 0;
		while (matcher.find()) {
			result.append(escape(plain.substring(end, matcher.start())));
			result.append("{@code ").append(matcher.group(1)).append('}');
			end = matcher.end();
		}
		return result.append(escape(plain.substring(end))).toString();
	}

	private static String escape(String plain) {
		if (plain.contains("`")) {
			throw new IllegalArgumentException("a backtick is not closed");
		}
		return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;");
	}

	@Override
	public String toString() {
		return this.text + "\t */\n";
	}

}
