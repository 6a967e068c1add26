package io.sparkex;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Relation;

/**
 * Where {@link DataFrame#joinAsOf(DataFrame, ColumnLike, ColumnLike, AsOfJoinOptions)}
 * looks for the row that is nearest, and what else must hold. Immutable and thread-safe.
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

	private static AsOfJoinOptions towards(String direction) {
		return new AsOfJoinOptions(direction, "inner", List.of(), null, null, true);
	}

	/**
	 * The last row of the other frame that is not later.
	 * @return options
	 */
	public static AsOfJoinOptions backward() {
		return towards("backward");
	}

	/**
	 * The first row of the other frame that is not earlier.
	 * @return options
	 */
	public static AsOfJoinOptions forward() {
		return towards("forward");
	}

	/**
	 * The row of the other frame at the least distance, earlier or later.
	 * @return options
	 */
	public static AsOfJoinOptions nearest() {
		return towards("nearest");
	}

	/**
	 * Only rows that agree in columns which both frames have.
	 * @param columns the names
	 * @return new options
	 */
	public AsOfJoinOptions using(String... columns) {
		return new AsOfJoinOptions(this.direction, this.joinType, List.of(columns), this.condition, this.tolerance,
				this.exactMatches);
	}

	/**
	 * Only rows that meet a condition.
	 * @param condition a boolean column
	 * @return new options
	 */
	public AsOfJoinOptions on(ColumnLike condition) {
		return new AsOfJoinOptions(this.direction, this.joinType, this.using, condition.toColumn(), this.tolerance,
				this.exactMatches);
	}

	/**
	 * Keeps the rows that have no match, with nulls in the columns of the other frame.
	 * @return new options
	 */
	public AsOfJoinOptions leftOuter() {
		return new AsOfJoinOptions(this.direction, "left", this.using, this.condition, this.tolerance,
				this.exactMatches);
	}

	/**
	 * Only rows within a distance.
	 * @param tolerance the greatest distance: a number, or a {@link java.time.Duration}
	 * between timestamps
	 * @return new options
	 */
	public AsOfJoinOptions within(Object tolerance) {
		return new AsOfJoinOptions(this.direction, this.joinType, this.using, this.condition, Column.of(tolerance),
				this.exactMatches);
	}

	/**
	 * Only rows at some distance, so that a row at none does not count, nor one at just
	 * the tolerance.
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
