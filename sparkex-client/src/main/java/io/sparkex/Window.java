package io.sparkex;

/**
 * Begins to describe which rows around a row a function is computed over, as in
 * {@code row_number().over(Window.partitionBy("city").orderBy("day"))}.
 *
 * @since 0.1.0
 */
public final class Window {

	/** As far back as the partition reaches. */
	public static final long unboundedPreceding = Long.MIN_VALUE;

	/** As far ahead as the partition reaches. */
	public static final long unboundedFollowing = Long.MAX_VALUE;

	/** The row the function is computed for. */
	public static final long currentRow = 0;

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

}
