package io.sparkex;

import java.util.ArrayList;
import java.util.List;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.TableArgument;
import io.sparkex.internal.plan.UnaryExpression;

/**
 * A frame as an argument of a function that makes rows, from {@link DataFrame#asTable()}.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TableArg {

	private final TableArgument argument;

	TableArg(Relation relation) {
		this(new TableArgument(relation, List.of(), List.of(), false));
	}

	private TableArg(TableArgument argument) {
		this.argument = argument;
	}

	Expression expression() {
		return this.argument;
	}

	/**
	 * Calls the function once for the rows that agree in some columns.
	 * @param cols the columns
	 * @return a new argument
	 * @throws IllegalArgumentException if there is to be a single partition
	 */
	public TableArg partitionBy(ColumnLike... cols) {
		List<Expression> partitioning = new ArrayList<>(this.argument.partitioning());
		partitioning.addAll(Column.expressions(cols));
		return new TableArg(new TableArgument(this.argument.relation(), partitioning, this.argument.ordering(),
				this.argument.singlePartition()));
	}

	/**
	 * Sorts the rows of each call.
	 * @param cols what to sort by
	 * @return a new argument
	 * @throws IllegalArgumentException if there are no partitions yet
	 */
	public TableArg orderBy(ColumnLike... cols) {
		List<UnaryExpression.SortOrder> ordering = new ArrayList<>(this.argument.ordering());
		for (ColumnLike col : cols) {
			ordering.add(col.toColumn().sortOrder());
		}
		return new TableArg(new TableArgument(this.argument.relation(), this.argument.partitioning(), ordering,
				this.argument.singlePartition()));
	}

	/**
	 * Calls the function once for all rows.
	 * @return a new argument
	 * @throws IllegalArgumentException if there are partitions
	 */
	public TableArg withSinglePartition() {
		return new TableArg(new TableArgument(this.argument.relation(), this.argument.partitioning(),
				this.argument.ordering(), true));
	}

}
