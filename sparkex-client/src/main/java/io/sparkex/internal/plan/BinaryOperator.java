package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that read two relations.
 *
 * @since 0.1.0
 */
public sealed interface BinaryOperator extends Operator {

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
		return visitor.visitBinaryOperator(this);
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
			boolean allowMissingColumns) implements BinaryOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetOperation(this);
		}

	}

	/**
	 * A join whose right side can refer to columns of the left row.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param type inner, cross or left outer
	 * @param condition when rows match, or {@code null}
	 */
	record LateralJoin(Relation left, Relation right, JoinType type,
			@Nullable Expression condition) implements BinaryOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLateralJoin(this);
		}

	}

	/**
	 * Each row of the left with the nearest row of the right.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param leftAsOf what the left is ordered by
	 * @param rightAsOf what the right is ordered by
	 * @param condition what must hold besides, or {@code null}
	 * @param using names of columns that must be equal on both sides
	 * @param type {@code inner} or {@code left}
	 * @param tolerance the greatest distance, or {@code null}
	 * @param allowExactMatches whether a row at no distance counts
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
	 * Each row of the left with the rows of the right that rank best for it.
	 *
	 * @param left the left input
	 * @param right the right input
	 * @param ranking what to rank by
	 * @param results how many rows for each, at least 1
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
	 * A visitor with one method for each operator of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitJoin(Join join);

		R visitSetOperation(SetOperation operation);

		R visitLateralJoin(LateralJoin lateralJoin);

		R visitAsOfJoin(AsOfJoin asOfJoin);

		R visitNearestByJoin(NearestByJoin nearestByJoin);

	}

}
