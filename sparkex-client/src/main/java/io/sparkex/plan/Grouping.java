package io.sparkex.plan;

import java.util.List;

/**
 * Operators that make one row of many.
 *
 * @since 0.1.0
 */
public sealed interface Grouping extends Operator {

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
	 */
	record Aggregate(Relation input, GroupType type, List<Expression> keys,
			List<Expression> aggregates) implements Grouping {

		public Aggregate {
			keys = List.copyOf(keys);
			aggregates = List.copyOf(aggregates);
		}

		@Override
		public List<Relation> inputs() {
			return List.of(this.input);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAggregate(this);
		}

	}

	/**
	 * How the groups of an aggregate are formed.
	 */
	enum GroupType {

		GROUP_BY, ROLLUP, CUBE

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
