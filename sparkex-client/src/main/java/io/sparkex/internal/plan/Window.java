package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Window expression: a function over the rows of a window.
 *
 * @param function the function
 * @param partitionBy the partitioning expressions
 * @param orderBy the order within a partition
 * @param frame the window frame, or {@code null} for the default
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
	 * Window frame.
	 *
	 * @param rows {@code true} for a row frame, {@code false} for a range frame
	 * @param lower the lower boundary
	 * @param upper the upper boundary
	 */
	public record Frame(boolean rows, Boundary lower, Boundary upper) {

	}

	/**
	 * Boundary of a window frame.
	 *
	 * @param kind the kind of boundary
	 * @param value the offset from the current row, for {@link Kind#VALUE}
	 */
	public record Boundary(Kind kind, @Nullable Expression value) {

		/**
		 * The first or last row of the partition.
		 */
		public static final Boundary UNBOUNDED = new Boundary(Kind.UNBOUNDED, null);

		/** The current row. */
		public static final Boundary CURRENT_ROW = new Boundary(Kind.CURRENT_ROW, null);

		/**
		 * Kind of boundary.
		 */
		public enum Kind {

			UNBOUNDED, CURRENT_ROW, VALUE

		}

	}

}
