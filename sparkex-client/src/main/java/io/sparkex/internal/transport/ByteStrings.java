package io.sparkex.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.jspecify.annotations.Nullable;

/**
 * Access to the array of a byte string.
 *
 * @since 0.1.0
 */
public final class ByteStrings {

	private ByteStrings() {
	}

	/**
	 * Returns the bytes without a copy if they are in one array. The result must not be
	 * modified.
	 * @param bytes the bytes
	 * @return a buffer with an accessible array
	 */
	public static ByteBuffer buffer(ByteString bytes) {
		Capture capture = new Capture();
		try {
			UnsafeByteOperations.unsafeWriteTo(bytes, capture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (capture.buffer != null) ? capture.buffer : ByteBuffer.wrap(bytes.toByteArray());
	}

	/**
	 * Output that captures the array if all bytes are written at once.
	 */
	private static final class Capture extends ByteOutput {

		private @Nullable ByteBuffer buffer;

		private int pieces;

		private void keep(@Nullable ByteBuffer piece) {
			this.buffer = (this.pieces++ == 0) ? piece : null;
		}

		@Override
		public void write(byte value) {
			keep(null);
		}

		@Override
		public void write(byte[] value, int offset, int length) {
			keep(null);
		}

		@Override
		public void writeLazy(byte[] value, int offset, int length) {
			keep(ByteBuffer.wrap(value, offset, length).slice());
		}

		@Override
		public void write(ByteBuffer value) {
			keep(null);
		}

		@Override
		public void writeLazy(ByteBuffer value) {
			keep(null);
		}

	}

}
