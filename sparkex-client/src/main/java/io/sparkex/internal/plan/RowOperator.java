package io.sparkex.internal.plan;

import java.util.List;

/**
 * Operators that select or sort the rows of their input.
 *
 * @since 0.1.0
 */
public sealed interface RowOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitRowOperator(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that keeps the rows that satisfy a condition.
	 *
	 * @param input the input
	 * @param condition a boolean expression
	 */
	record Filter(Relation input, Expression condition) implements RowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFilter(this);
		}

	}

	/**
	 * Operator that keeps the first rows.
	 *
	 * @param input the input
	 * @param rows the maximum number of rows, 0 or more
	 */
	record Limit(Relation input, int rows) implements RowOperator {

		public Limit {
			if (rows < 0) {
				throw new IllegalArgumentException("limit must not be negative but is " + rows);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLimit(this);
		}

	}

	/**
	 * Operator that sorts the rows.
	 *
	 * @param input the input
	 * @param order the sort orders, at least one
	 * @param global {@code true} to sort all rows, {@code false} to sort within
	 * partitions
	 */
	record Sort(Relation input, List<UnaryExpression.SortOrder> order, boolean global) implements RowOperator {

		public Sort {
			order = List.copyOf(order);
			if (order.isEmpty()) {
				throw new IllegalArgumentException("a sort needs at least one column");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSort(this);
		}

	}

	/**
	 * Operator that removes duplicate rows.
	 *
	 * @param input the input
	 * @param columns the names of the columns to compare, or an empty list for all
	 * @param withinWatermark {@code true} to deduplicate within the watermark of a stream
	 */
	record Deduplicate(Relation input, List<String> columns, boolean withinWatermark) implements RowOperator {

		public Deduplicate {
			columns = List.copyOf(columns);
		}

		/**
		 * Creates an operator that removes duplicates without a watermark.
		 * @param input the input
		 * @param columns the names of the columns to compare, or an empty list for all
		 */
		public Deduplicate(Relation input, List<String> columns) {
			this(input, columns, false);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDeduplicate(this);
		}

	}

	/**
	 * Operator that skips the first rows.
	 *
	 * @param input the input
	 * @param rows the number of rows to skip, 0 or more
	 */
	record Offset(Relation input, int rows) implements RowOperator {

		public Offset {
			if (rows < 0) {
				throw new IllegalArgumentException("rows must be at least 0 but is " + rows);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitOffset(this);
		}

	}

	/**
	 * Operator that keeps the last rows.
	 *
	 * @param input the input
	 * @param rows the maximum number of rows, 0 or more
	 */
	record Tail(Relation input, int rows) implements RowOperator {

		public Tail {
			if (rows < 0) {
				throw new IllegalArgumentException("rows must be at least 0 but is " + rows);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTail(this);
		}

	}

	/**
	 * Operator that samples rows at random.
	 *
	 * @param input the input
	 * @param lower the lower bound of the sampled range, at least 0
	 * @param upper the upper bound of the sampled range; the difference of the bounds is
	 * the sampled fraction
	 * @param withReplacement {@code true} to sample with replacement
	 * @param seed the seed
	 * @param deterministicOrder {@code true} to sort the rows first, so that samples of
	 * the same input with adjacent ranges are disjoint
	 */
	record Sample(Relation input, double lower, double upper, boolean withReplacement, long seed,
			boolean deterministicOrder) implements RowOperator {

		public Sample {
			if (!(lower >= 0 && upper >= lower && (withReplacement || upper <= 1 + 1e-6))) {
				throw new IllegalArgumentException(
						"a fraction must be from 0 to 1, or from 0 on with replacement, but it is " + (upper - lower));
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSample(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitFilter(Filter filter);

		R visitLimit(Limit limit);

		R visitSort(Sort sort);

		R visitDeduplicate(Deduplicate deduplicate);

		R visitOffset(Offset offset);

		R visitTail(Tail tail);

		R visitSample(Sample sample);

	}

}
