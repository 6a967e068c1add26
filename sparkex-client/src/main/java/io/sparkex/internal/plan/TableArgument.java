package io.sparkex.internal.plan;

import java.util.List;

/**
 * Relation that is an argument of a table-valued function.
 *
 * @param relation the relation
 * @param partitioning the partitioning expressions; each partition is a separate call
 * @param ordering the order of the rows within a call
 * @param singlePartition {@code true} to pass all rows to one call
 * @since 0.1.0
 */
public record TableArgument(Relation relation, List<Expression> partitioning, List<UnaryExpression.SortOrder> ordering,
		boolean singlePartition) implements Expression {

	public TableArgument {
		partitioning = List.copyOf(partitioning);
		ordering = List.copyOf(ordering);
		if (singlePartition && !partitioning.isEmpty()) {
			throw new IllegalArgumentException(
					"a table argument has either partitions or a single partition, not both");
		}
		if (!ordering.isEmpty() && !singlePartition && partitioning.isEmpty()) {
			throw new IllegalArgumentException("a table argument can be ordered only within partitions: call"
					+ " partitionBy() or withSinglePartition() before orderBy()");
		}
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitTableArgument(this);
	}

}
