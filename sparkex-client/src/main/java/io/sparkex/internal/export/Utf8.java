package io.sparkex.internal.export;

/**
 * What is text in UTF-8 and what is not: Spark does not check the texts it is given.
 */
final class Utf8 {

	private static final int MAX_LENGTH = 4;

	private Utf8() {
	}

	/**
	 * Whether bytes are characters, each in its shortest form and none of them a half of
	 * a pair.
	 */
	static boolean isValid(byte[] text, int start, int end) {
		int i = start;
		while (i < end) {
			int length = (text[i] >= 0) ? 1 : validLength(text, i, end);
			if (length == 0) {
				return false;
			}
			i += length;
		}
		return true;
	}

	/**
	 * The length of a character, or 0 if it is none.
	 */
	private static int validLength(byte[] text, int at, int end) {
		int lead = text[at] & 0xFF;
		int length = length(lead);
		if (length == 1 || at + length > end) {
			return 0;
		}
		int second = text[at + 1] & 0xFF;
		int least = (lead == 0xE0) ? 0xA0 : (lead == 0xF0) ? 0x90 : 0x80;
		int most = (lead == 0xED) ? 0x9F : (lead == 0xF4) ? 0x8F : 0xBF;
		boolean valid = lead >= 0xC2 && lead <= 0xF4 && second >= least && second <= most;
		for (int i = 2; valid && i < length; i++) {
			valid = isContinuation(text[at + i]);
		}
		return valid ? length : 0;
	}

	/**
	 * The length of a character by its first byte, 1 for those that do not start one.
	 */
	private static int length(int lead) {
		if (lead < 0xC0) {
			return 1;
		}
		return (lead < 0xE0) ? 2 : (lead < 0xF0) ? 3 : MAX_LENGTH;
	}

	private static boolean isContinuation(byte b) {
		return (b & 0xC0) == 0x80;
	}

	/**
	 * How much of a piece of text can be taken without cutting its last character.
	 * @param text where the piece is
	 * @param start where it starts
	 * @param count its bytes, at least four
	 * @return the count of bytes, at least one
	 */
	static int whole(byte[] text, int start, int count) {
		int last = start + count - 1;
		while (last > start + count - MAX_LENGTH && isContinuation(text[last])) {
			last--;
		}
		boolean cut = last + length(text[last] & 0xFF) > start + count;
		return cut ? last - start : count;
	}

}
