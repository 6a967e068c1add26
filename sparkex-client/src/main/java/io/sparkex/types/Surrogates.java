package io.sparkex.types;

import java.util.stream.Collectors;

/**
 * The chars of Java that are halves of a character. Alone they have no form in UTF-8, and
 * so none in Spark.
 *
 * @since 0.1.0
 */
public final class Surrogates {

	private Surrogates() {
	}

	/**
	 * Whether a text has no half without the other.
	 * @param text the text
	 * @return {@code true} if it can be sent as it is
	 */
	public static boolean arePaired(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	/**
	 * A text that can be shown.
	 * @param text the text
	 * @return the text, with the halves written as Java does
	 */
	public static String escaped(String text) {
		return text.codePoints()
			.mapToObj((point) -> (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
					? "\\u%04X".formatted(point) : Character.toString(point))
			.collect(Collectors.joining());
	}

}
