package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that leave rows and columns as they are, and say how they are computed.
 *
 * @since 0.1.0
 */
public sealed interface ExecutionOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitExecutionOperator(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The rows in another count of partitions.
	 *
	 * @param input the relation to read
	 * @param partitions the count, at least 1
	 * @param shuffle whether rows are spread evenly, and not only merged
	 */
	record Repartition(Relation input, int partitions, boolean shuffle) implements ExecutionOperator {

		public Repartition {
			if (partitions < 1) {
				throw new IllegalArgumentException("partitions must be at least 1 but is " + partitions);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRepartition(this);
		}

	}

	/**
	 * The rows spread over partitions by what they have in common, or by ranges.
	 *
	 * @param input the relation to read
	 * @param expressions what rows of a partition have in common; an order stands for
	 * ranges
	 * @param partitions the count, or {@code null} for the server's choice
	 */
	record RepartitionByExpression(Relation input, List<Expression> expressions,
			@Nullable Integer partitions) implements ExecutionOperator {

		public RepartitionByExpression {
			expressions = List.copyOf(expressions);
			if (partitions != null && partitions < 1) {
				throw new IllegalArgumentException("partitions must be at least 1 but is " + partitions);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRepartitionByExpression(this);
		}

	}

	/**
	 * Advice to the optimizer.
	 *
	 * @param input the relation to read
	 * @param name the name of the hint, such as {@code broadcast}
	 * @param parameters its parameters
	 */
	record Hint(Relation input, String name, List<Expression> parameters) implements ExecutionOperator {

		public Hint {
			parameters = List.copyOf(parameters);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitHint(this);
		}

	}

	/**
	 * How late the rows of a stream may come.
	 *
	 * @param input the relation to read
	 * @param eventTime the name of the column with the time of an event
	 * @param delay an interval as SQL writes it
	 */
	record WithWatermark(Relation input, String eventTime, String delay) implements ExecutionOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitWithWatermark(this);
		}

	}

	/**
	 * The rows, with metrics observed while they pass.
	 *
	 * @param input the relation to read
	 * @param name the name of the observation
	 * @param metrics aggregates, each with a name
	 */
	record CollectMetrics(Relation input, String name, List<Expression> metrics) implements ExecutionOperator {

		public CollectMetrics {
			metrics = List.copyOf(metrics);
			if (metrics.isEmpty()) {
				throw new IllegalArgumentException("an observation needs at least one metric");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCollectMetrics(this);
		}

	}

	/**
	 * A visitor with one method for each operator of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitRepartition(Repartition repartition);

		R visitRepartitionByExpression(RepartitionByExpression repartitionByExpression);

		R visitHint(Hint hint);

		R visitWithWatermark(WithWatermark withWatermark);

		R visitCollectMetrics(CollectMetrics collectMetrics);

	}

}
