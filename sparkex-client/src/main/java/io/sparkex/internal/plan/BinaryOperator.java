package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators with two inputs.
 *
 * @since 0.1.0
 */
public sealed interface BinaryOperator extends Operator {

	/**
	 * Returns the left input.
	 * @return the left input
	 */
	Relation left();

	/**
	 * Returns the right input.
	 * @return the right input
	 */
	Relation right();

	@Override
	default List<Relation> inputs() {
		return List.of(left(), right());
	}

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitBinaryOperator(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Join with a condition, on columns of the same name, or without either.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type the join type
	 * @param condition the join condition, or {@code null}
	 * @param using the names of columns that must be equal on both sides
	 */
	record Join(Relation left, Relation right, JoinType type, @Nullable Expression condition,
			List<String> using) implements BinaryOperator {

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
	 * Union, intersection or difference of two relations.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type the kind of set operation
	 * @param all {@code true} to keep duplicate rows
	 * @param byName {@code true} to match columns by name instead of by position
	 * @param allowMissingColumns {@code true} to fill columns that one side does not have
	 * with nulls
	 */
	record SetOperation(Relation left, Relation right, SetOperationType type, boolean all, boolean byName,
			boolean allowMissingColumns) implements BinaryOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetOperation(this);
		}

	}

	/**
	 * Lateral join: the right side can refer to columns of the left row.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type inner, cross or left outer
	 * @param condition the join condition, or {@code null}
	 */
	record LateralJoin(Relation left, Relation right, JoinType type,
			@Nullable Expression condition) implements BinaryOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLateralJoin(this);
		}

	}

	/**
	 * As-of join: matches each left row with the nearest right row.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param leftAsOf the as-of expression of the left side
	 * @param rightAsOf the as-of expression of the right side
	 * @param condition a further join condition, or {@code null}
	 * @param using the names of columns that must be equal on both sides
	 * @param type {@code inner} or {@code left}
	 * @param tolerance the largest distance, or {@code null} for no limit
	 * @param allowExactMatches {@code true} to match rows at distance zero
	 * @param direction {@code backward}, {@code forward} or {@code nearest}
	 */
	record AsOfJoin(Relation left, Relation right, Expression leftAsOf, Expression rightAsOf,
			@Nullable Expression condition, List<String> using, String type, @Nullable Expression tolerance,
			boolean allowExactMatches, String direction) implements BinaryOperator {

		public AsOfJoin {
			using = List.copyOf(using);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAsOfJoin(this);
		}

	}

	/**
	 * Nearest-by join: matches each left row with the best-ranked right rows.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param ranking the expression to rank by
	 * @param results the number of right rows for each left row, at least 1
	 * @param type {@code inner} or {@code leftouter}
	 * @param mode {@code exact} or {@code approx}
	 * @param direction {@code distance} or {@code similarity}
	 */
	record NearestByJoin(Relation left, Relation right, Expression ranking, int results, String type, String mode,
			String direction) implements BinaryOperator {

		public NearestByJoin {
			if (results < 1) {
				throw new IllegalArgumentException("results must be at least 1 but is " + results);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitNearestByJoin(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitJoin(Join join);

		R visitSetOperation(SetOperation operation);

		R visitLateralJoin(LateralJoin lateralJoin);

		R visitAsOfJoin(AsOfJoin asOfJoin);

		R visitNearestByJoin(NearestByJoin nearestByJoin);

	}

}
