package io.sparkex;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Relation;

/**
 * Options of an as-of join: direction, tolerance and further join conditions. Used by
 * {@link DataFrame#joinAsOf(DataFrame, ColumnLike, ColumnLike, AsOfJoinOptions)}.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class AsOfJoinOptions {

	private final String direction;

	private final String joinType;

	private final List<String> using;

	private final @Nullable Column condition;

	private final @Nullable Column tolerance;

	private final boolean exactMatches;

	private AsOfJoinOptions(String direction, String joinType, List<String> using, @Nullable Column condition,
			@Nullable Column tolerance, boolean exactMatches) {
		this.direction = direction;
		this.joinType = joinType;
		this.using = using;
		this.condition = condition;
		this.tolerance = tolerance;
		this.exactMatches = exactMatches;
	}

	private static AsOfJoinOptions withDirection(String direction) {
		return new AsOfJoinOptions(direction, "inner", List.of(), null, null, true);
	}

	/**
	 * Creates options that match the last right row that is not later than the left row.
	 * @return the options
	 */
	public static AsOfJoinOptions backward() {
		return withDirection("backward");
	}

	/**
	 * Creates options that match the first right row that is not earlier than the left
	 * row.
	 * @return the options
	 */
	public static AsOfJoinOptions forward() {
		return withDirection("forward");
	}

	/**
	 * Creates options that match the right row with the smallest distance, earlier or
	 * later.
	 * @return the options
	 */
	public static AsOfJoinOptions nearest() {
		return withDirection("nearest");
	}

	/**
	 * Sets columns that must be equal on both sides.
	 * @param columns the column names
	 * @return new options
	 */
	public AsOfJoinOptions using(String... columns) {
		return new AsOfJoinOptions(this.direction, this.joinType, List.of(columns), this.condition, this.tolerance,
				this.exactMatches);
	}

	/**
	 * Sets a join condition in addition to the as-of match.
	 * @param condition a boolean column
	 * @return new options
	 */
	public AsOfJoinOptions on(ColumnLike condition) {
		return new AsOfJoinOptions(this.direction, this.joinType, this.using, condition.toColumn(), this.tolerance,
				this.exactMatches);
	}

	/**
	 * Keeps left rows without a match, with nulls in the columns of the right side.
	 * @return new options
	 */
	public AsOfJoinOptions leftOuter() {
		return new AsOfJoinOptions(this.direction, "left", this.using, this.condition, this.tolerance,
				this.exactMatches);
	}

	/**
	 * Sets the tolerance, the maximum distance of a match.
	 * @param tolerance the maximum distance: a number, or a {@link java.time.Duration}
	 * between timestamps
	 * @return new options
	 */
	public AsOfJoinOptions within(Object tolerance) {
		return new AsOfJoinOptions(this.direction, this.joinType, this.using, this.condition, Column.of(tolerance),
				this.exactMatches);
	}

	/**
	 * Excludes exact matches. A row whose distance equals the tolerance is excluded as
	 * well.
	 * @return new options
	 */
	public AsOfJoinOptions withoutExactMatches() {
		return new AsOfJoinOptions(this.direction, this.joinType, this.using, this.condition, this.tolerance, false);
	}

	BinaryOperator.AsOfJoin join(Relation left, Relation right, Expression leftAsOf, Expression rightAsOf) {
		return new BinaryOperator.AsOfJoin(left, right, leftAsOf, rightAsOf, expression(this.condition), this.using,
				this.joinType, expression(this.tolerance), this.exactMatches, this.direction);
	}

	private static @Nullable Expression expression(@Nullable ColumnLike column) {
		return (column != null) ? column.toColumn().expression() : null;
	}

}
