package io.sparkex.internal.text;

import java.util.stream.Collectors;

/**
 * Check for unpaired surrogates in Java strings. They cannot be encoded in UTF-8, so
 * Spark strings cannot contain them.
 *
 * @since 0.1.0
 */
public final class Surrogates {

	private Surrogates() {
	}

	/**
	 * Returns {@code true} if the text contains no unpaired surrogates.
	 * @param text the text
	 * @return {@code true} if the text can be encoded in UTF-8
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
	 * Escapes unpaired surrogates, so that the text can be displayed.
	 * @param text the text
	 * @return the text with escape sequences as in Java
	 */
	public static String escaped(String text) {
		return text.codePoints()
			.mapToObj((point) -> (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
					? "\\u%04X".formatted(point) : Character.toString(point))
			.collect(Collectors.joining());
	}

}
