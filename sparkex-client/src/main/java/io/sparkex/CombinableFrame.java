package io.sparkex;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.Combination;
import io.sparkex.plan.Expression;
import io.sparkex.plan.JoinType;
import io.sparkex.plan.Relation;
import io.sparkex.plan.SetOperationType;
import io.sparkex.transport.ExecutionOptions;

/**
 * How a frame is joined with another, or put together with it. Public only through
 * {@link DataFrame}.
 */
abstract sealed class CombinableFrame extends AnalyzableFrame permits DataFrame {

	CombinableFrame(SparkSession session, Relation relation, ExecutionOptions options) {
		super(session, relation, options);
	}

	/**
	 * Every row of this frame with every row of the other.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right) {
		return join(right, JoinType.INNER, null, List.of());
	}

	/**
	 * The rows of both frames that agree in a column, which occurs once in the result.
	 * @param right the other frame
	 * @param usingColumn the name that the column has on both sides
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, String usingColumn) {
		return join(right, JoinType.INNER, null, List.of(usingColumn));
	}

	/**
	 * The rows of both frames that agree in some columns, which occur once in the result.
	 * @param right the other frame
	 * @param usingColumns the names that the columns have on both sides
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, String[] usingColumns) {
		return join(right, JoinType.INNER, null, List.of(usingColumns));
	}

	/**
	 * A join on a column that both frames have, which occurs once in the result.
	 * @param right the other frame
	 * @param usingColumn the name of the column
	 * @param joinType {@code inner}, {@code cross}, {@code outer}, {@code full},
	 * {@code left}, {@code right}, {@code semi}, {@code anti}, or one of Spark's longer
	 * names for them
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String usingColumn, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumn));
	}

	/**
	 * A join on columns that both frames have, which occur once in the result.
	 * @param right the other frame
	 * @param usingColumns the names of the columns
	 * @param joinType as in {@link #join(DataFrame, String, String)}
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String[] usingColumns, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumns));
	}

	/**
	 * The pairs of rows for which a condition is true.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, ColumnLike joinExprs) {
		return join(right, JoinType.INNER, joinExprs.toColumn().expression(), List.of());
	}

	/**
	 * A join on a condition.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @param joinType as in {@link #join(DataFrame, String, String)}
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, ColumnLike joinExprs, String joinType) {
		return join(right, JoinType.of(joinType), joinExprs.toColumn().expression(), List.of());
	}

	/**
	 * Every row of this frame with every row of the other, on purpose.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame crossJoin(DataFrame right) {
		return join(right, JoinType.CROSS, null, List.of());
	}

	/**
	 * Every row of this frame with the rows that the other makes of it: the other can
	 * refer to columns of this one through {@link Column#outer()}.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right) {
		return lateralJoin(right, JoinType.INNER, null);
	}

	/**
	 * The rows of this frame with those that the other makes of them and that match.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs) {
		return lateralJoin(right, JoinType.INNER, joinExprs.toColumn().expression());
	}

	/**
	 * Every row of this frame with the rows that the other makes of it.
	 * @param right the other frame
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), null);
	}

	/**
	 * The rows of this frame with those that the other makes of them and that match.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), joinExprs.toColumn().expression());
	}

	/**
	 * Each row of this frame with the latest row of the other that is not later, by two
	 * columns of times or numbers: a trade with the quote that was valid then.
	 * @param right the other frame
	 * @param leftAsOf what rows of this frame are placed by, such as a timestamp
	 * @param rightAsOf what rows of the other frame are placed by
	 * @param usingColumns names of columns that must be equal on both sides
	 * @return a new frame; rows of this one without a match are left out
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, String... usingColumns) {
		return joinAsOf(right, leftAsOf, rightAsOf, AsOfJoinOptions.backward().using(usingColumns));
	}

	/**
	 * Each row of this frame with the row of the other that is nearest to it, by two
	 * columns of times or numbers.
	 * @param right the other frame
	 * @param leftAsOf what rows of this frame are placed by, such as a timestamp
	 * @param rightAsOf what rows of the other frame are placed by
	 * @param options where to look for the row, and what else must hold
	 * @return a new frame
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, AsOfJoinOptions options) {
		return with(options.join(relation(), sameSession(right), leftAsOf.toColumn().expression(),
				rightAsOf.toColumn().expression()));
	}

	/**
	 * Each row of this frame with those of the other that rank best for it: the nearest
	 * neighbours. Needs Spark 4.2 on the server. Rows without a match are left out.
	 * @param right the other frame
	 * @param rankingExpression what to rank by, of columns of both sides
	 * @param numResults the most rows of the other frame for each of this one, 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} where Spark may miss some
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * great ones do
	 * @return a new frame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction) {
		return nearestByJoin(right, rankingExpression, numResults, mode, direction, "inner");
	}

	/**
	 * Each row of this frame with those of the other that rank best for it: the nearest
	 * neighbours. Needs Spark 4.2 on the server.
	 * @param right the other frame
	 * @param rankingExpression what to rank by, of columns of both sides
	 * @param numResults the most rows of the other frame for each of this one, 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} where Spark may miss some
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * great ones do
	 * @param joinType {@code inner}, or {@code left} to keep rows without a match
	 * @return a new frame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction, String joinType) {
		return with(new Combination.NearestByJoin(relation(), sameSession(right),
				rankingExpression.toColumn().expression(), numResults, joinType, mode, direction));
	}

	private DataFrame lateralJoin(DataFrame right, JoinType type, @Nullable Expression condition) {
		return with(new Combination.LateralJoin(relation(), sameSession(right), type, condition));
	}

	private DataFrame join(DataFrame right, JoinType type, @Nullable Expression condition, List<String> using) {
		return with(new Combination.Join(relation(), sameSession(right), type, condition, using));
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by position.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame union(DataFrame other) {
		return combined(other, SetOperationType.UNION, true, false, false);
	}

	/**
	 * The rows of both frames, as {@link #union(DataFrame)}.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame unionAll(DataFrame other) {
		return union(other);
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by name.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame unionByName(DataFrame other) {
		return unionByName(other, false);
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by name.
	 * @param other the other frame
	 * @param allowMissingColumns whether a column that one of them lacks is filled with
	 * nulls
	 * @return a new frame
	 */
	public DataFrame unionByName(DataFrame other, boolean allowMissingColumns) {
		return combined(other, SetOperationType.UNION, true, true, allowMissingColumns);
	}

	/**
	 * The distinct rows that both frames have.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame intersect(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, false, false, false);
	}

	/**
	 * The distinct rows of this frame that the other does not have.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame except(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, false, false, false);
	}

	/**
	 * The rows that both frames have, as often as the frame that has them less often.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame intersectAll(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, true, false, false);
	}

	/**
	 * The rows of this frame without those of the other, each taken away as often as the
	 * other has it.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame exceptAll(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, true, false, false);
	}

	private DataFrame combined(DataFrame other, SetOperationType type, boolean all, boolean byName,
			boolean allowMissingColumns) {
		return with(
				new Combination.SetOperation(relation(), sameSession(other), type, all, byName, allowMissingColumns));
	}

}
