package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that affect how rows are computed, but neither rows nor columns.
 *
 * @since 0.1.0
 */
public sealed interface ExecutionOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitExecutionOperator(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that changes the number of partitions.
	 *
	 * @param input the input
	 * @param partitions the number of partitions, at least 1
	 * @param shuffle {@code true} to shuffle the rows ({@code repartition}), {@code
	 * false} to merge partitions ({@code coalesce})
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
	 * Operator that repartitions rows by hash or by range.
	 *
	 * @param input the input
	 * @param expressions the partitioning expressions; sort orders select range
	 * partitioning
	 * @param partitions the number of partitions, or {@code null} for the default of the
	 * server
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
	 * Optimizer hint.
	 *
	 * @param input the input
	 * @param name the name of the hint, such as {@code broadcast}
	 * @param parameters the parameters of the hint
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
	 * Event-time watermark of a stream.
	 *
	 * @param input the input
	 * @param eventTime the name of the event-time column
	 * @param delay the delay threshold, an interval in SQL syntax
	 */
	record WithWatermark(Relation input, String eventTime, String delay) implements ExecutionOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitWithWatermark(this);
		}

	}

	/**
	 * Observation: computes metrics while rows pass.
	 *
	 * @param input the input
	 * @param name the name of the observation
	 * @param metrics named aggregate expressions
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
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitRepartition(Repartition repartition);

		R visitRepartitionByExpression(RepartitionByExpression repartitionByExpression);

		R visitHint(Hint hint);

		R visitWithWatermark(WithWatermark withWatermark);

		R visitCollectMetrics(CollectMetrics collectMetrics);

	}

}
