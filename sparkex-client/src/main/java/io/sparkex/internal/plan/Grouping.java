package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that aggregate rows.
 *
 * @since 0.1.0
 */
public sealed interface Grouping extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitGrouping(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that aggregates groups of rows.
	 *
	 * @param input the input
	 * @param type the kind of grouping
	 * @param keys the grouping expressions; an empty list forms one group of all rows
	 * @param aggregates the result columns that follow the keys
	 * @param pivot the pivot column, or {@code null}
	 * @param sets the grouping sets; only for {@link GroupType#GROUPING_SETS}
	 */
	record Aggregate(Relation input, GroupType type, List<Expression> keys, List<Expression> aggregates,
			@Nullable Pivot pivot, List<List<Expression>> sets) implements Grouping {

		public Aggregate {
			keys = List.copyOf(keys);
			aggregates = List.copyOf(aggregates);
			sets = sets.stream().map(List::copyOf).toList();
			if (pivot != null && type != GroupType.GROUP_BY) {
				throw new IllegalArgumentException("pivot is supported only for a plain groupBy");
			}
		}

		/**
		 * Creates an aggregate without pivot and grouping sets.
		 * @param input the input
		 * @param type the kind of grouping
		 * @param keys the grouping expressions
		 * @param aggregates the result columns that follow the keys
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
	 * Pivot: turns the values of a column into columns.
	 *
	 * @param column the column
	 * @param values the values, or an empty list to let the server determine them
	 */
	record Pivot(Expression column, List<Literal> values) {

		public Pivot {
			values = List.copyOf(values);
		}

	}

	/**
	 * Kind of grouping.
	 */
	enum GroupType {

		GROUP_BY, ROLLUP, CUBE, GROUPING_SETS

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitAggregate(Aggregate aggregate);

	}

}
