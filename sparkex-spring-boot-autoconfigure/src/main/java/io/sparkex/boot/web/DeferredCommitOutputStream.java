package io.sparkex.boot.web;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * {@link OutputStream} that buffers the first bytes before it commits the response, so
 * that an early failure can still set the status. Later bytes are written immediately, in
 * slices that are small enough for network layers to queue.
 */
final class DeferredCommitOutputStream extends OutputStream {

	static final int SLICE = 1 << 14;

	private final ResponseBody body;

	private byte[] buffer = new byte[SLICE];

	private int count;

	private boolean committed;

	private boolean bodyDiscarded;

	private @Nullable OutputStream target;

	DeferredCommitOutputStream(ResponseBody body) {
		this.body = body;
	}

	/**
	 * Returns whether the response is committed.
	 */
	boolean isCommitted() {
		return this.committed;
	}

	/**
	 * Returns whether the body was not requested, as in a HEAD request.
	 */
	boolean isBodyDiscarded() {
		return this.bodyDiscarded;
	}

	@Override
	public void write(int single) throws IOException {
		write(new byte[] { (byte) single }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (!this.committed && length <= SLICE - this.count) {
			System.arraycopy(bytes, offset, this.buffer, this.count, length);
			this.count += length;
			return;
		}
		OutputStream out = commit();
		if (out == null) {
			throw new IOException("The client requested only the headers of the response");
		}
		for (int written = 0; written < length; written += SLICE) {
			out.write(bytes, offset + written, Math.min(SLICE, length - written));
		}
		// Sends the available rows of a slow query.
		out.flush();
	}

	/**
	 * Writes the buffered bytes, after all bytes have been written to this stream.
	 */
	void finish() throws IOException {
		commit();
	}

	private @Nullable OutputStream commit() throws IOException {
		if (!this.committed) {
			this.committed = true;
			this.target = this.body.open();
			if (this.target == null) {
				this.bodyDiscarded = true;
			}
			else {
				this.target.write(this.buffer, 0, this.count);
			}
			this.buffer = new byte[0];
		}
		return this.target;
	}

}
