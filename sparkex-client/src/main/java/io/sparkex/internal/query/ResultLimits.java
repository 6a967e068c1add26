package io.sparkex.internal.query;

import io.sparkex.errors.ResultLimitException;

/**
 * The maximum size of a result.
 *
 * @param maxRows the maximum number of rows
 * @param maxBytes the maximum number of received bytes
 */
public record ResultLimits(long maxRows, long maxBytes) {

	static final ResultLimits NONE = new ResultLimits(Long.MAX_VALUE, Long.MAX_VALUE);

	public ResultLimits {
		if (maxRows < 0) {
			throw new IllegalArgumentException("maxRows must not be negative but is " + maxRows);
		}
		if (maxBytes < 0) {
			throw new IllegalArgumentException("maxBytes must not be negative but is " + maxBytes);
		}
	}

	/**
	 * Returns the stricter limits, so that adding a limit never relaxes one that was set
	 * before.
	 */
	public ResultLimits withMaxRows(long rows) {
		return new ResultLimits(Math.min(rows, this.maxRows), this.maxBytes);
	}

	public ResultLimits withMaxBytes(long bytes) {
		return new ResultLimits(this.maxRows, Math.min(bytes, this.maxBytes));
	}

	/**
	 * Checks the size of a result.
	 * @throws ResultLimitException if it exceeds a limit
	 */
	void check(long rows, long bytes) {
		if (rows > this.maxRows) {
			throw new ResultLimitException("The result has more rows than the " + this.maxRows
					+ " that maxRows allows; raise it, or request fewer rows with limit() or where()");
		}
		if (bytes > this.maxBytes) {
			throw new ResultLimitException("The result has more bytes than the " + this.maxBytes
					+ " that maxBytes allows; raise it, or request fewer rows or columns");
		}
	}

}
