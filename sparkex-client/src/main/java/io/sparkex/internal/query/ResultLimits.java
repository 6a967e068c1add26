package io.sparkex.internal.query;

import io.sparkex.errors.ResultLimitException;

/**
 * How large a result may become.
 *
 * @param maxRows the most rows
 * @param maxBytes the most bytes of data as they arrive
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
	 * Both limits: whoever adds one need not know of those that others have set.
	 */
	public ResultLimits withMaxRows(long rows) {
		return new ResultLimits(Math.min(rows, this.maxRows), this.maxBytes);
	}

	public ResultLimits withMaxBytes(long bytes) {
		return new ResultLimits(this.maxRows, Math.min(bytes, this.maxBytes));
	}

	/**
	 * Looks at how large a result has become.
	 * @throws ResultLimitException if it has become too large
	 */
	void check(long rows, long bytes) {
		if (rows > this.maxRows) {
			throw new ResultLimitException("The result has more rows than the " + this.maxRows
					+ " that maxRows allows; raise it, or ask for fewer rows with limit() or where()");
		}
		if (bytes > this.maxBytes) {
			throw new ResultLimitException("The result has more bytes than the " + this.maxBytes
					+ " that maxBytes allows; raise it, or ask for fewer rows or columns");
		}
	}

}
