package io.sparkex;

/**
 * Limits on the size of a result that {@link DataFrame#toLocal(LocalLimits)} keeps in
 * memory. Immutable and thread-safe.
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
	 * Returns the default limits: 10,000 rows and 64 MB. A larger result is an error.
	 * @return the limits
	 */
	public static LocalLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Sets the maximum number of rows.
	 * @param maxRows the maximum number of rows, 0 or more
	 * @return new limits
	 */
	public LocalLimits withMaxRows(int maxRows) {
		return new LocalLimits(maxRows, this.maxBytes, this.truncating);
	}

	/**
	 * Sets the maximum amount of data.
	 * @param maxBytes the maximum number of bytes of Arrow data as received, 0 or more
	 * @return new limits
	 */
	public LocalLimits withMaxBytes(long maxBytes) {
		return new LocalLimits(this.maxRows, maxBytes, this.truncating);
	}

	/**
	 * Truncates a larger result instead of throwing an exception. The local frame is then
	 * {@link LocalFrame#isTruncated() truncated}.
	 * <p>
	 * The byte limit truncates between batches, which have some thousand rows each. If
	 * the first batch already exceeds the limit, the local frame has no rows.
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
