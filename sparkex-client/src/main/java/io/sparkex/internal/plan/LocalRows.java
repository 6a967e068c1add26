package io.sparkex.internal.plan;

import java.nio.ByteBuffer;

/**
 * Rows in the Arrow stream format, to travel within a plan.
 *
 * @param stream the bytes, which must not change any more
 * @param count the count of rows
 * @since 0.1.0
 */
public record LocalRows(ByteBuffer stream, long count) {

	public LocalRows {
		stream = stream.asReadOnlyBuffer();
	}

	/**
	 * The bytes, with a position of the caller's own.
	 */
	@Override
	public ByteBuffer stream() {
		return this.stream.asReadOnlyBuffer();
	}

	@Override
	public String toString() {
		return this.count + " in " + this.stream.remaining() + " bytes";
	}

}
