package io.sparkex;

/**
 * How much of a result {@link DataFrame#toLocal(LocalLimits)} takes. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class LocalLimits {

	private static final LocalLimits DEFAULTS = new LocalLimits(10_000, 64L << 20, false);

	private final int maxRows;

	private final long maxBytes;

	private final boolean truncating;

	private LocalLimits(int maxRows, long maxBytes, boolean truncating) {
		if (maxRows < 0) {
			throw new IllegalArgumentException("maxRows must not be negative but is " + maxRows);
		}
		if (maxBytes < 0) {
			throw new IllegalArgumentException("maxBytes must not be negative but is " + maxBytes);
		}
		this.maxRows = maxRows;
		this.maxBytes = maxBytes;
		this.truncating = truncating;
	}

	/**
	 * 10,000 rows and 64 MB; a larger result is an error.
	 * @return limits
	 */
	public static LocalLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Another limit for the rows.
	 * @param maxRows the most rows, 0 or more
	 * @return new limits
	 */
	public LocalLimits withMaxRows(int maxRows) {
		return new LocalLimits(maxRows, this.maxBytes, this.truncating);
	}

	/**
	 * Another limit for the data.
	 * @param maxBytes the most bytes of Arrow data as they travel, 0 or more
	 * @return new limits
	 */
	public LocalLimits withMaxBytes(long maxBytes) {
		return new LocalLimits(this.maxRows, maxBytes, this.truncating);
	}

	/**
	 * Takes the first rows of a larger result instead of failing. The frame tells that it
	 * is {@link LocalFrame#isTruncated() truncated}. Where the limit of bytes cuts, it
	 * does so between batches of some thousand rows, of which the first may already be
	 * too large.
	 * @return new limits
	 */
	public LocalLimits truncating() {
		return new LocalLimits(this.maxRows, this.maxBytes, true);
	}

	int maxRows() {
		return this.maxRows;
	}

	long maxBytes() {
		return this.maxBytes;
	}

	boolean isTruncating() {
		return this.truncating;
	}

}
