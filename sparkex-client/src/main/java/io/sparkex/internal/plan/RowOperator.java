package io.sparkex.internal.plan;

import java.util.List;

/**
 * Operators that choose or arrange the rows of their input.
 *
 * @since 0.1.0
 */
public sealed interface RowOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitRowOperator(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The rows for which the condition is true.
	 *
	 * @param input the relation to read
	 * @param condition a boolean expression
	 */
	record Filter(Relation input, Expression condition) implements RowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFilter(this);
		}

	}

	/**
	 * At most so many rows.
	 *
	 * @param input the relation to read
	 * @param rows the most rows, 0 or more
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
	 * The rows in an order.
	 *
	 * @param input the relation to read
	 * @param order what to sort by, at least one
	 * @param global whether the order holds over all partitions
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
	 * One row of each set of rows that are equal in the given columns.
	 *
	 * @param input the relation to read
	 * @param columns the names to compare, or none to compare all columns
	 * @param withinWatermark whether rows are only compared while a stream's watermark
	 * keeps them
	 */
	record Deduplicate(Relation input, List<String> columns, boolean withinWatermark) implements RowOperator {

		public Deduplicate {
			columns = List.copyOf(columns);
		}

		/**
		 * Rows compared for good.
		 * @param input the relation to read
		 * @param columns the names to compare, or none to compare all columns
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
	 * The rows after so many.
	 *
	 * @param input the relation to read
	 * @param rows how many to pass over, 0 or more
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
	 * At most so many of the last rows.
	 *
	 * @param input the relation to read
	 * @param rows the most rows, 0 or more
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
	 * A random part of the rows.
	 *
	 * @param input the relation to read
	 * @param lower where the part begins, from 0
	 * @param upper where it ends; the difference is the share
	 * @param withReplacement whether a row may be chosen more than once
	 * @param seed the seed
	 * @param deterministicOrder whether rows are sorted first, so that parts of the same
	 * rows fit together
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
	 * A visitor with one method for each operator of the family.
	 *
	 * @param <R> what the methods return
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
