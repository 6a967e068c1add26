package io.sparkex;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression.SortOrder;

/**
 * Which rows around a row a function is computed over, from {@link Window}. Immutable:
 * each method makes a new one.
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
	 * Computes each partition by itself.
	 * @param cols what rows of a partition have in common
	 * @return a new specification
	 */
	public WindowSpec partitionBy(ColumnLike... cols) {
		return new WindowSpec(Column.expressions(cols), this.orderBy, this.frame);
	}

	/**
	 * Computes each partition by itself.
	 * @param colName the name of a column that rows of a partition agree in
	 * @param colNames further names
	 * @return a new specification
	 */
	public WindowSpec partitionBy(String colName, String... colNames) {
		return partitionBy(DataFrame.named(colName, colNames));
	}

	/**
	 * Orders the rows of a partition.
	 * @param cols what to sort by
	 * @return a new specification
	 */
	public WindowSpec orderBy(ColumnLike... cols) {
		return new WindowSpec(this.partitionBy, Arrays.stream(cols).map((col) -> col.toColumn().sortOrder()).toList(),
				this.frame);
	}

	/**
	 * Orders the rows of a partition, nulls first.
	 * @param colName the name of a column to sort by
	 * @param colNames further names
	 * @return a new specification
	 */
	public WindowSpec orderBy(String colName, String... colNames) {
		return orderBy(DataFrame.named(colName, colNames));
	}

	/**
	 * Counts rows from the current one, which is 0.
	 * @param start the first row, negative before the current one, or
	 * {@link Window#unboundedPreceding}
	 * @param end the last row, or {@link Window#unboundedFollowing}
	 * @return a new specification
	 */
	public WindowSpec rowsBetween(long start, long end) {
		return framed(true, start, end);
	}

	/**
	 * Measures what rows are ordered by from that of the current row.
	 * @param start the least distance, negative for smaller values, or
	 * {@link Window#unboundedPreceding}
	 * @param end the greatest distance, or {@link Window#unboundedFollowing}
	 * @return a new specification
	 */
	public WindowSpec rangeBetween(long start, long end) {
		return framed(false, start, end);
	}

	private WindowSpec framed(boolean rows, long start, long end) {
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
			throw new IllegalArgumentException("A frame cannot reach " + value + " rows; use the unbounded constants");
		}
		// Spark counts rows in 32 bits.
		Literal distance = rows ? Literal.of((int) value) : Literal.of(value);
		return new io.sparkex.internal.plan.Window.Boundary(io.sparkex.internal.plan.Window.Boundary.Kind.VALUE,
				distance);
	}

	Expression over(Expression function) {
		return new io.sparkex.internal.plan.Window(function, this.partitionBy, this.orderBy, this.frame);
	}

}
