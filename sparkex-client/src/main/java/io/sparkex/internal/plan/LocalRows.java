package io.sparkex.internal.plan;

import java.nio.ByteBuffer;

/**
 * Rows in the Arrow stream format that are sent within a plan.
 *
 * @param stream the Arrow stream, which must not be modified
 * @param count the number of rows
 * @since 0.1.0
 */
public record LocalRows(ByteBuffer stream, long count) {

	public LocalRows {
		stream = stream.asReadOnlyBuffer();
	}

	/**
	 * Returns the Arrow stream as a buffer with an independent position.
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
