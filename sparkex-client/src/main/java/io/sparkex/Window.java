package io.sparkex;

/**
 * Entry point to window specifications, as in
 * {@code row_number().over(Window.partitionBy("city").orderBy("day"))}.
 *
 * @since 0.1.0
 */
public final class Window {

	/**
	 * The frame boundary at the first row of the partition.
	 */
	static final long UNBOUNDED_PRECEDING = Long.MIN_VALUE;

	/**
	 * The frame boundary at the last row of the partition.
	 */
	static final long UNBOUNDED_FOLLOWING = Long.MAX_VALUE;

	/**
	 * The frame boundary at the current row.
	 */
	static final long CURRENT_ROW = 0;

	private Window() {
	}

	/**
	 * Creates a window specification with partitioning columns.
	 * @param cols the partitioning columns
	 * @return the window specification
	 */
	public static WindowSpec partitionBy(ColumnLike... cols) {
		return WindowSpec.EMPTY.partitionBy(cols);
	}

	/**
	 * Creates a window specification with partitioning columns.
	 * @param colName the name of the first partitioning column
	 * @param colNames the names of further partitioning columns
	 * @return the window specification
	 */
	public static WindowSpec partitionBy(String colName, String... colNames) {
		return WindowSpec.EMPTY.partitionBy(colName, colNames);
	}

	/**
	 * Creates a window specification with an order. Without partitioning, all rows are in
	 * one partition.
	 * @param cols the sort columns
	 * @return the window specification
	 */
	public static WindowSpec orderBy(ColumnLike... cols) {
		return WindowSpec.EMPTY.orderBy(cols);
	}

	/**
	 * Creates a window specification with an order, ascending with nulls first. Without
	 * partitioning, all rows are in one partition.
	 * @param colName the name of the first sort column
	 * @param colNames the names of further sort columns
	 * @return the window specification
	 */
	public static WindowSpec orderBy(String colName, String... colNames) {
		return WindowSpec.EMPTY.orderBy(colName, colNames);
	}

	/**
	 * Creates a window specification with a ROWS frame, as
	 * {@link WindowSpec#rowsBetween(long, long)} does.
	 * @param start the start of the frame, inclusive
	 * @param end the end of the frame, inclusive
	 * @return the window specification
	 */
	public static WindowSpec rowsBetween(long start, long end) {
		return WindowSpec.EMPTY.rowsBetween(start, end);
	}

	/**
	 * Creates a window specification with a RANGE frame, as
	 * {@link WindowSpec#rangeBetween(long, long)} does.
	 * @param start the start of the frame, inclusive
	 * @param end the end of the frame, inclusive
	 * @return the window specification
	 */
	public static WindowSpec rangeBetween(long start, long end) {
		return WindowSpec.EMPTY.rangeBetween(start, end);
	}

	/**
	 * Returns the frame boundary at the first row of the partition.
	 * @return the boundary, for {@code rowsBetween} and {@code rangeBetween}
	 */
	public static long unboundedPreceding() {
		return UNBOUNDED_PRECEDING;
	}

	/**
	 * Returns the frame boundary at the last row of the partition.
	 * @return the boundary, for {@code rowsBetween} and {@code rangeBetween}
	 */
	public static long unboundedFollowing() {
		return UNBOUNDED_FOLLOWING;
	}

	/**
	 * Returns the frame boundary at the current row.
	 * @return the boundary, for {@code rowsBetween} and {@code rangeBetween}
	 */
	public static long currentRow() {
		return CURRENT_ROW;
	}

}
