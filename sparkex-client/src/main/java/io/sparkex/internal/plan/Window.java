package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A function computed over the rows around each row.
 *
 * @param function the function
 * @param partitionBy what rows of a partition have in common
 * @param orderBy the order within a partition
 * @param frame which rows of the partition count, or {@code null} for the usual ones
 * @since 0.1.0
 */
public record Window(Expression function, List<Expression> partitionBy, List<UnaryExpression.SortOrder> orderBy,
		@Nullable Frame frame) implements Expression {

	public Window {
		partitionBy = List.copyOf(partitionBy);
		orderBy = List.copyOf(orderBy);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitWindow(this);
	}

	/**
	 * The rows of a partition that count.
	 *
	 * @param rows whether the bounds count rows, and not the distance of what rows are
	 * ordered by
	 * @param lower where the frame begins
	 * @param upper where it ends
	 */
	public record Frame(boolean rows, Boundary lower, Boundary upper) {

	}

	/**
	 * An end of a frame.
	 *
	 * @param kind how it is given
	 * @param value the distance from the current row, for {@link Kind#VALUE}
	 */
	public record Boundary(Kind kind, @Nullable Expression value) {

		/** No end. */
		public static final Boundary UNBOUNDED = new Boundary(Kind.UNBOUNDED, null);

		/** The current row. */
		public static final Boundary CURRENT_ROW = new Boundary(Kind.CURRENT_ROW, null);

		/**
		 * How an end of a frame is given.
		 */
		public enum Kind {

			UNBOUNDED, CURRENT_ROW, VALUE

		}

	}

}
