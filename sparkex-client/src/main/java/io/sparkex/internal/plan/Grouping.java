package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that make one row of many.
 *
 * @since 0.1.0
 */
public sealed interface Grouping extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitGrouping(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * One row for each group of rows.
	 *
	 * @param input the relation to read
	 * @param type how groups are formed
	 * @param keys what rows of a group have in common; none makes all rows one group
	 * @param aggregates the columns of the result after the keys
	 * @param pivot what becomes columns, or {@code null}
	 * @param sets the sets of keys to group by one after the other; only for
	 * {@link GroupType#GROUPING_SETS}
	 */
	record Aggregate(Relation input, GroupType type, List<Expression> keys, List<Expression> aggregates,
			@Nullable Pivot pivot, List<List<Expression>> sets) implements Grouping {

		public Aggregate {
			keys = List.copyOf(keys);
			aggregates = List.copyOf(aggregates);
			sets = sets.stream().map(List::copyOf).toList();
			if (pivot != null && type != GroupType.GROUP_BY) {
				throw new IllegalArgumentException("only the groups of a plain groupBy can be pivoted");
			}
		}

		/**
		 * Groups that are neither pivoted nor given as sets.
		 * @param input the relation to read
		 * @param type how groups are formed
		 * @param keys what rows of a group have in common
		 * @param aggregates the columns of the result after the keys
		 */
		public Aggregate(Relation input, GroupType type, List<Expression> keys, List<? extends Expression> aggregates) {
			this(input, type, keys, List.copyOf(aggregates), null, List.of());
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAggregate(this);
		}

	}

	/**
	 * A column whose values become columns.
	 *
	 * @param column the column
	 * @param values the values, or none to have the server look for them
	 */
	record Pivot(Expression column, List<Literal> values) {

		public Pivot {
			values = List.copyOf(values);
		}

	}

	/**
	 * How the groups of an aggregate are formed.
	 */
	enum GroupType {

		GROUP_BY, ROLLUP, CUBE, GROUPING_SETS

	}

	/**
	 * One method for each grouping.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitAggregate(Aggregate aggregate);

	}

}
