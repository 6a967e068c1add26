package io.sparkex;

import java.util.ArrayList;
import java.util.List;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.TableArgument;
import io.sparkex.internal.plan.UnaryExpression;

/**
 * A DataFrame as a table argument of a table-valued function, from
 * {@link DataFrame#asTable()}. Immutable and thread-safe.
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
	 * Partitions the table argument by columns. The function is called once for each
	 * partition.
	 * @param cols the partitioning columns
	 * @return a new argument
	 * @throws IllegalArgumentException if a single partition is set
	 */
	public TableArg partitionBy(ColumnLike... cols) {
		List<Expression> partitioning = new ArrayList<>(this.argument.partitioning());
		partitioning.addAll(Column.expressions(cols));
		return new TableArg(new TableArgument(this.argument.relation(), partitioning, this.argument.ordering(),
				this.argument.singlePartition()));
	}

	/**
	 * Sorts the rows of each partition.
	 * @param cols the sort columns
	 * @return a new argument
	 * @throws IllegalArgumentException if there is no partitioning
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
	 * Passes all rows in a single partition. The function is called once.
	 * @return a new argument
	 * @throws IllegalArgumentException if partitioning columns are set
	 */
	public TableArg withSinglePartition() {
		return new TableArg(new TableArgument(this.argument.relation(), this.argument.partitioning(),
				this.argument.ordering(), true));
	}

}
