package io.sparkex.internal.export;

/**
 * Validation of UTF-8. Spark does not guarantee that strings are valid.
 */
final class Utf8 {

	private static final int MAX_LENGTH = 4;

	private Utf8() {
	}

	/**
	 * Returns {@code true} if the bytes are valid UTF-8, without overlong encodings and
	 * surrogates.
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
	 * Returns the length of a character, or 0 if it is invalid.
	 */
	private static int validLength(byte[] text, int at, int end) {
		int lead = text[at] & 0xFF;
		int length = length(lead);
		if (length == 1 || at + length > end) {
			return 0;
		}
		int second = text[at + 1] & 0xFF;
		int min = (lead == 0xE0) ? 0xA0 : (lead == 0xF0) ? 0x90 : 0x80;
		int max = (lead == 0xED) ? 0x9F : (lead == 0xF4) ? 0x8F : 0xBF;
		boolean valid = lead >= 0xC2 && lead <= 0xF4 && second >= min && second <= max;
		for (int i = 2; valid && i < length; i++) {
			valid = isContinuation(text[at + i]);
		}
		return valid ? length : 0;
	}

	/**
	 * Returns the length of a character by its lead byte, or 1 if the byte is not a lead
	 * byte.
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
	 * Returns the length of a chunk without an incomplete character at its end.
	 * @param text the array with the chunk
	 * @param start the start of the chunk
	 * @param count the length of the chunk, at min four bytes
	 * @return the length in bytes, at min one
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
