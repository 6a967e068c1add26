package io.sparkex.internal.local;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.types.StructType;

/**
 * Table of local rows that can be encoded in parts.
 *
 * @param schema the names and types of the columns
 * @param count the number of rows
 * @param encoder encodes a range of rows
 */
public record LocalTable(StructType schema, int count, PartEncoder encoder) {

	/**
	 * Encodes a range of rows, from {@code start} (inclusive) to {@code end} (exclusive).
	 * @return an Arrow stream, in an array of exactly its size, or {@code null} if it
	 * would exceed the maximum size
	 */
	public @Nullable ByteBuffer encode(int start, int end, long maxBytes) {
		return this.encoder.encode(new ArrowStreamEncoder(this.schema, maxBytes), start, end);
	}

	/**
	 * Function that encodes a range of rows.
	 */
	@FunctionalInterface
	public interface PartEncoder {

		@Nullable ByteBuffer encode(ArrowStreamEncoder encoder, int start, int end);

	}

}
