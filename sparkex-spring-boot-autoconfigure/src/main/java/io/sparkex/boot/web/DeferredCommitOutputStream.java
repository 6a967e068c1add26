package io.sparkex.boot.web;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Holds the first bytes back, and with them the response, so that what fails early can be
 * told by the status. Later bytes are passed on at once, in slices that a network layer
 * may keep many of.
 */
final class DeferredCommitOutputStream extends OutputStream {

	static final int SLICE = 1 << 14;

	private final ResponseBody body;

	private byte[] held = new byte[SLICE];

	private int count;

	private boolean open;

	private boolean unwanted;

	private @Nullable OutputStream target;

	DeferredCommitOutputStream(ResponseBody body) {
		this.body = body;
	}

	/**
	 * Whether it is too late to send another response.
	 */
	boolean isOpen() {
		return this.open;
	}

	/**
	 * Whether it turned out that nobody wants the body.
	 */
	boolean isUnwanted() {
		return this.unwanted;
	}

	@Override
	public void write(int single) throws IOException {
		write(new byte[] { (byte) single }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (!this.open && length <= SLICE - this.count) {
			System.arraycopy(bytes, offset, this.held, this.count, length);
			this.count += length;
			return;
		}
		OutputStream out = open();
		if (out == null) {
			throw new IOException("Only the header of the response is wanted");
		}
		for (int written = 0; written < length; written += SLICE) {
			out.write(bytes, offset + written, Math.min(SLICE, length - written));
		}
		// Whatever has arrived of a slow query is of use by now.
		out.flush();
	}

	/**
	 * Sends what is held back, after all has been written.
	 */
	void finish() throws IOException {
		open();
	}

	private @Nullable OutputStream open() throws IOException {
		if (!this.open) {
			this.open = true;
			this.target = this.body.open();
			if (this.target == null) {
				this.unwanted = true;
			}
			else {
				this.target.write(this.held, 0, this.count);
			}
			this.held = new byte[0];
		}
		return this.target;
	}

}
