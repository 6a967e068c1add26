package io.sparkex;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression.SortOrder;

/**
 * A window specification: the partitioning, order and frame of a window function, created
 * with {@link Window}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class WindowSpec {

	static final WindowSpec EMPTY = new WindowSpec(List.of(), List.of(), null);

	private final List<Expression> partitionBy;

	private final List<SortOrder> orderBy;

	private final io.sparkex.internal.plan.Window.@Nullable Frame frame;

	private WindowSpec(List<Expression> partitionBy, List<SortOrder> orderBy,
			io.sparkex.internal.plan.Window.@Nullable Frame frame) {
		this.partitionBy = partitionBy;
		this.orderBy = orderBy;
		this.frame = frame;
	}

	/**
	 * Sets the partitioning columns.
	 * @param cols the partitioning columns
	 * @return a new specification
	 */
	public WindowSpec partitionBy(ColumnLike... cols) {
		return new WindowSpec(Column.expressions(cols), this.orderBy, this.frame);
	}

	/**
	 * Sets the partitioning columns.
	 * @param colName the name of the first partitioning column
	 * @param colNames the names of further partitioning columns
	 * @return a new specification
	 */
	public WindowSpec partitionBy(String colName, String... colNames) {
		return partitionBy(DataFrame.columnsOf(colName, colNames));
	}

	/**
	 * Sets the order of the rows in a partition.
	 * @param cols the sort columns
	 * @return a new specification
	 */
	public WindowSpec orderBy(ColumnLike... cols) {
		return new WindowSpec(this.partitionBy, Arrays.stream(cols).map((col) -> col.toColumn().sortOrder()).toList(),
				this.frame);
	}

	/**
	 * Sets the order of the rows in a partition, ascending with nulls first.
	 * @param colName the name of the first sort column
	 * @param colNames the names of further sort columns
	 * @return a new specification
	 */
	public WindowSpec orderBy(String colName, String... colNames) {
		return orderBy(DataFrame.columnsOf(colName, colNames));
	}

	/**
	 * Sets a ROWS frame, whose boundaries are row offsets from the current row.
	 * @param start the start of the frame, inclusive; negative before the current row, or
	 * {@link Window#unboundedPreceding}
	 * @param end the end of the frame, inclusive, or {@link Window#unboundedFollowing}
	 * @return a new specification
	 * @throws IllegalArgumentException if the start is after the end, or an offset
	 * exceeds 32 bits
	 */
	public WindowSpec rowsBetween(long start, long end) {
		return withFrame(true, start, end);
	}

	/**
	 * Sets a RANGE frame, whose boundaries are offsets from the value of the order column
	 * in the current row.
	 * @param start the start of the frame, inclusive; negative for smaller values, or
	 * {@link Window#unboundedPreceding}
	 * @param end the end of the frame, inclusive, or {@link Window#unboundedFollowing}
	 * @return a new specification
	 * @throws IllegalArgumentException if the start is after the end
	 */
	public WindowSpec rangeBetween(long start, long end) {
		return withFrame(false, start, end);
	}

	private WindowSpec withFrame(boolean rows, long start, long end) {
		if (start > end) {
			throw new IllegalArgumentException("start must not be after end but is " + start + " and " + end);
		}
		io.sparkex.internal.plan.Window.Frame between = new io.sparkex.internal.plan.Window.Frame(rows,
				boundary(start, Window.UNBOUNDED_PRECEDING, rows), boundary(end, Window.UNBOUNDED_FOLLOWING, rows));
		return new WindowSpec(this.partitionBy, this.orderBy, between);
	}

	private static io.sparkex.internal.plan.Window.Boundary boundary(long value, long unbounded, boolean rows) {
		if (value == unbounded) {
			return io.sparkex.internal.plan.Window.Boundary.UNBOUNDED;
		}
		if (value == Window.CURRENT_ROW) {
			return io.sparkex.internal.plan.Window.Boundary.CURRENT_ROW;
		}
		if (rows && value != (int) value) {
			throw new IllegalArgumentException("A row offset must fit into 32 bits but is " + value
					+ "; use Window.unboundedPreceding() or Window.unboundedFollowing()");
		}
		// Row offsets are 32-bit integers in Spark.
		Literal distance = rows ? Literal.of((int) value) : Literal.of(value);
		return new io.sparkex.internal.plan.Window.Boundary(io.sparkex.internal.plan.Window.Boundary.Kind.VALUE,
				distance);
	}

	Expression over(Expression function) {
		return new io.sparkex.internal.plan.Window(function, this.partitionBy, this.orderBy, this.frame);
	}

}
