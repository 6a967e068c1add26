package io.sparkex;

/**
 * Begins to describe which rows around a row a function is computed over, as in
 * {@code row_number().over(Window.partitionBy("city").orderBy("day"))}.
 *
 * @since 0.1.0
 */
public final class Window {

	/** As far back as the partition reaches. */
	static final long UNBOUNDED_PRECEDING = Long.MIN_VALUE;

	/** As far ahead as the partition reaches. */
	static final long UNBOUNDED_FOLLOWING = Long.MAX_VALUE;

	/** The row the function is computed for. */
	static final long CURRENT_ROW = 0;

	private Window() {
	}

	/**
	 * Computes each partition by itself.
	 * @param cols what rows of a partition have in common
	 * @return a specification
	 */
	public static WindowSpec partitionBy(ColumnLike... cols) {
		return WindowSpec.EMPTY.partitionBy(cols);
	}

	/**
	 * Computes each partition by itself.
	 * @param colName the name of a column that rows of a partition agree in
	 * @param colNames further names
	 * @return a specification
	 */
	public static WindowSpec partitionBy(String colName, String... colNames) {
		return WindowSpec.EMPTY.partitionBy(colName, colNames);
	}

	/**
	 * Orders all rows, in one partition.
	 * @param cols what to sort by
	 * @return a specification
	 */
	public static WindowSpec orderBy(ColumnLike... cols) {
		return WindowSpec.EMPTY.orderBy(cols);
	}

	/**
	 * Orders all rows, in one partition.
	 * @param colName the name of a column to sort by
	 * @param colNames further names
	 * @return a specification
	 */
	public static WindowSpec orderBy(String colName, String... colNames) {
		return WindowSpec.EMPTY.orderBy(colName, colNames);
	}

	/**
	 * Counts rows from the current one, as {@link WindowSpec#rowsBetween(long, long)}.
	 * @param start the first row
	 * @param end the last row
	 * @return a specification
	 */
	public static WindowSpec rowsBetween(long start, long end) {
		return WindowSpec.EMPTY.rowsBetween(start, end);
	}

	/**
	 * Measures what rows are ordered by, as {@link WindowSpec#rangeBetween(long, long)}.
	 * @param start the least distance
	 * @param end the greatest distance
	 * @return a specification
	 */
	public static WindowSpec rangeBetween(long start, long end) {
		return WindowSpec.EMPTY.rangeBetween(start, end);
	}

	/**
	 * The end of a frame that begins with the partition.
	 * @return a value for the methods that set a frame
	 */
	public static long unboundedPreceding() {
		return UNBOUNDED_PRECEDING;
	}

	/**
	 * The end of a frame that reaches as far as the partition.
	 * @return a value for the methods that set a frame
	 */
	public static long unboundedFollowing() {
		return UNBOUNDED_FOLLOWING;
	}

	/**
	 * The end of a frame that is the row itself.
	 * @return a value for the methods that set a frame
	 */
	public static long currentRow() {
		return CURRENT_ROW;
	}

}
