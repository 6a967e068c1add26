package io.sparkex.values;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * The field names of a variant, decoded on first access.
 */
final class VariantKeys {

	private static final int VERSION = 1;

	private final ByteBuffer metadata;

	private final int width;

	private final @Nullable String[] names;

	private long unread;

	VariantKeys(byte[] metadata) {
		this.metadata = ByteBuffer.wrap(metadata);
		if (metadata.length == 0 || (metadata[0] & 0xF) != VERSION) {
			throw new CorruptResultException("The server sent a variant whose version is not " + VERSION);
		}
		this.width = ((metadata[0] >> 6) & 3) + 1;
		long count = (metadata.length > this.width) ? unsigned(this.metadata, 1, this.width) : -1;
		if (count < 0 || (count + 1) * this.width > metadata.length - 1 - this.width) {
			throw new CorruptResultException("The server sent a variant whose field names are truncated");
		}
		this.names = new String[(int) count];
		this.unread = metadata.length;
	}

	String get(long id) {
		if (id >= this.names.length) {
			throw new CorruptResultException(
					"The server sent a variant with field " + id + " of " + this.names.length + " names");
		}
		int index = (int) id;
		String name = this.names[index];
		if (name == null) {
			name = decode(index);
			this.names[index] = name;
		}
		return name;
	}

	private String decode(int index) {
		int offsets = 1 + this.width;
		int data = offsets + (this.names.length + 1) * this.width;
		long start = data + unsigned(this.metadata, offsets + index * this.width, this.width);
		long end = data + unsigned(this.metadata, offsets + (index + 1) * this.width, this.width);
		if (start > end || end > this.metadata.limit()) {
			throw new CorruptResultException("The server sent a variant with a name from " + start + " to " + end
					+ " in " + this.metadata.limit() + " bytes");
		}
		this.unread -= end - start;
		if (this.unread < 0) {
			throw new CorruptResultException("The server sent a variant with overlapping field names");
		}
		return new String(this.metadata.array(), (int) start, (int) (end - start), StandardCharsets.UTF_8);
	}

	/**
	 * Reads an unsigned little-endian integer of 1 to 4 bytes.
	 */
	static long unsigned(ByteBuffer bytes, int at, int width) {
		long number = 0;
		for (int i = width - 1; i >= 0; i--) {
			number = (number << Byte.SIZE) | (bytes.get(at + i) & 0xFF);
		}
		return number;
	}

}
