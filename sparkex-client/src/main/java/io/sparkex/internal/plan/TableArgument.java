package io.sparkex.internal.plan;

import java.util.List;

/**
 * A relation as an argument of a function that makes rows.
 *
 * @param relation the relation
 * @param partitioning what the rows of a call of the function have in common, if anything
 * @param ordering the order of the rows of a call
 * @param singlePartition whether one call gets all rows
 * @since 0.1.0
 */
public record TableArgument(Relation relation, List<Expression> partitioning, List<UnaryExpression.SortOrder> ordering,
		boolean singlePartition) implements Expression {

	public TableArgument {
		partitioning = List.copyOf(partitioning);
		ordering = List.copyOf(ordering);
		if (singlePartition && !partitioning.isEmpty()) {
			throw new IllegalArgumentException("a table argument has either partitions or a single one, not both");
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
