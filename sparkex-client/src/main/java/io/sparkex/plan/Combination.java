package io.sparkex.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that read two relations.
 *
 * @since 0.1.0
 */
public sealed interface Combination extends Operator {

	/**
	 * The first relation.
	 * @return the left input
	 */
	Relation left();

	/**
	 * The second relation.
	 * @return the right input
	 */
	Relation right();

	@Override
	default List<Relation> inputs() {
		return List.of(left(), right());
	}

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitCombination(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A join on a condition, on columns of the same name, or on nothing.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type the kind of join
	 * @param condition when rows match, or {@code null}
	 * @param using names of columns that both sides have
	 */
	record Join(Relation left, Relation right, JoinType type, @Nullable Expression condition,
			List<String> using) implements Combination {

		public Join {
			using = List.copyOf(using);
			if (condition != null && !using.isEmpty()) {
				throw new IllegalArgumentException("a join takes a condition or column names, not both");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitJoin(this);
		}

	}

	/**
	 * A union, intersection or difference of rows.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type the kind of set operation
	 * @param all whether rows that occur more than once are kept
	 * @param byName whether columns meet by name and not by position
	 * @param allowMissingColumns whether a column that one side lacks is filled with
	 * nulls
	 */
	record SetOperation(Relation left, Relation right, SetOperationType type, boolean all, boolean byName,
			boolean allowMissingColumns) implements Combination {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetOperation(this);
		}

	}

	/**
	 * One method for each combination.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitJoin(Join join);

		R visitSetOperation(SetOperation operation);

	}

}
