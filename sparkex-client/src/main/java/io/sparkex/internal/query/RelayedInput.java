package io.sparkex.internal.query;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.arrow.ArrowStreamConcatenator;

/**
 * An input stream of the Arrow stream of a result, which receives parts as they are read.
 * Closing it early cancels the query. For use by one thread.
 */
public final class RelayedInput extends InputStream {

	private final EncodedBatches batches;

	private final Part part = new Part();

	private final ArrowStreamConcatenator relay = new ArrowStreamConcatenator(this.part);

	private boolean ended;

	public RelayedInput(EncodedBatches batches) {
		this.batches = batches;
	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		if (length == 0) {
			return 0;
		}
		while (this.part.isRead()) {
			if (this.ended) {
				return -1;
			}
			this.part.reset();
			fetch();
		}
		return this.part.read(target, offset, length);
	}

	private void fetch() {
		EncodedBatches.@Nullable EncodedBatch batch = this.batches.next();
		if (batch != null) {
			batch.relay(this.relay);
		}
		else {
			this.relay.end();
			this.ended = true;
		}
	}

	@Override
	public void close() {
		this.batches.close();
	}

	/**
	 * The received bytes that are not read yet.
	 */
	private static final class Part extends ByteArrayOutputStream {

		private int position;

		boolean isRead() {
			return this.position == this.count;
		}

		int read(byte[] target, int offset, int length) {
			int read = Math.min(length, this.count - this.position);
			System.arraycopy(this.buf, this.position, target, offset, read);
			this.position += read;
			return read;
		}

		@Override
		@SuppressWarnings("UnsynchronizedOverridesSynchronized")
		public void reset() {
			super.reset();
			this.position = 0;
		}

	}

}
