package io.sparkex;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.Expression;
import io.sparkex.plan.Grouping;
import io.sparkex.plan.Literal;

/**
 * Groups of rows, from {@link DataFrame#groupBy(Column...)}. Each method makes a frame of
 * one row a group: the columns it was grouped by, then the aggregates. Immutable.
 *
 * @since 0.1.0
 */
public final class GroupedData {

	private final DataFrame frame;

	private final Grouping.GroupType type;

	private final List<Expression> keys;

	private final Grouping.@Nullable Pivot pivot;

	private final List<List<Expression>> sets;

	GroupedData(DataFrame frame, Grouping.GroupType type, List<Expression> keys) {
		this(frame, type, keys, null, List.of());
	}

	GroupedData(DataFrame frame, Grouping.GroupType type, List<Expression> keys, Grouping.@Nullable Pivot pivot,
			List<List<Expression>> sets) {
		this.frame = frame;
		this.type = type;
		this.keys = keys;
		this.pivot = pivot;
		this.sets = sets;
	}

	/**
	 * Makes a column of each value of a column. The server runs the query once more to
	 * find the values; naming them is faster.
	 * @param pivotColumn the name of the column
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(String pivotColumn) {
		return pivot(Functions.col(pivotColumn));
	}

	/**
	 * Makes a column of each of some values of a column.
	 * @param pivotColumn the name of the column
	 * @param values the values
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(String pivotColumn, List<?> values) {
		return pivot(Functions.col(pivotColumn), values);
	}

	/**
	 * Makes a column of each value of a column, as {@link #pivot(String)}.
	 * @param pivotColumn the column
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(Column pivotColumn) {
		return pivot(pivotColumn, List.of());
	}

	/**
	 * Makes a column of each of some values of a column.
	 * @param pivotColumn the column
	 * @param values the values
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(Column pivotColumn, List<?> values) {
		if (this.type != Grouping.GroupType.GROUP_BY || this.pivot != null) {
			throw new IllegalStateException("pivot() can follow groupBy() only, and only once");
		}
		List<Literal> literals = values.stream().map(Literal::of).toList();
		return new GroupedData(this.frame, this.type, this.keys, new Grouping.Pivot(pivotColumn.expression(), literals),
				this.sets);
	}

	/**
	 * The given aggregates.
	 * @param expr the first aggregate
	 * @param exprs further aggregates
	 * @return a new frame
	 */
	public DataFrame agg(Column expr, Column... exprs) {
		return aggregate(Stream.concat(Stream.of(expr), Arrays.stream(exprs)));
	}

	/**
	 * Aggregates by name, as in {@code Map.of("price", "avg", "*", "count")}.
	 * @param exprs the function to apply to each column, by the name of the column
	 * @return a new frame
	 */
	public DataFrame agg(Map<String, String> exprs) {
		return aggregate(
				exprs.entrySet().stream().map((entry) -> Column.call(entry.getValue(), Functions.col(entry.getKey()))));
	}

	private DataFrame aggregate(Stream<Column> aggregates) {
		return this.frame.with(new Grouping.Aggregate(this.frame.relation(), this.type, this.keys,
				aggregates.map(Column::expression).toList(), this.pivot, this.sets));
	}

	private DataFrame each(String[] colNames, Function<String, Column> function) {
		if (colNames.length == 0) {
			throw new IllegalArgumentException("Name at least one column to aggregate");
		}
		return aggregate(Arrays.stream(colNames).map(function));
	}

	/**
	 * The count of rows, in a column named {@code count}.
	 * @return a new frame
	 */
	public DataFrame count() {
		return agg(Functions.count(Functions.lit(1)).as("count"));
	}

	/**
	 * The sum of each column.
	 * @param colNames the names of numeric columns, at least one
	 * @return a new frame
	 */
	public DataFrame sum(String... colNames) {
		return each(colNames, Functions::sum);
	}

	/**
	 * The mean of each column.
	 * @param colNames the names of numeric columns, at least one
	 * @return a new frame
	 */
	public DataFrame avg(String... colNames) {
		return each(colNames, Functions::avg);
	}

	/**
	 * The mean of each column, as {@link #avg(String...)}.
	 * @param colNames the names of numeric columns, at least one
	 * @return a new frame
	 */
	public DataFrame mean(String... colNames) {
		return avg(colNames);
	}

	/**
	 * The smallest value of each column.
	 * @param colNames the names, at least one
	 * @return a new frame
	 */
	public DataFrame min(String... colNames) {
		return each(colNames, Functions::min);
	}

	/**
	 * The largest value of each column.
	 * @param colNames the names, at least one
	 * @return a new frame
	 */
	public DataFrame max(String... colNames) {
		return each(colNames, Functions::max);
	}

}
