package io.sparkex.internal.local;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.types.StructType;

/**
 * Rows of this program that can be encoded in parts.
 *
 * @param schema the names and types of the columns
 * @param count the count of rows
 * @param encoder encodes some of them
 */
public record LocalTable(StructType schema, int count, PartEncoder encoder) {

	/**
	 * Encodes the rows from one up to, but not including, another.
	 * @return an Arrow stream in an array of its own, or {@code null} if it would be
	 * larger than allowed
	 */
	public @Nullable ByteBuffer encode(int start, int end, long maxBytes) {
		return this.encoder.encode(new ArrowStreamEncoder(this.schema, maxBytes), start, end);
	}

	/**
	 * Encodes some rows of a table.
	 */
	@FunctionalInterface
	public interface PartEncoder {

		@Nullable ByteBuffer encode(ArrowStreamEncoder encoder, int start, int end);

	}

}
