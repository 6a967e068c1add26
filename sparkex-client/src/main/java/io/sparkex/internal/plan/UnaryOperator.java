package io.sparkex.internal.plan;

import java.util.List;

/**
 * Operators with one input.
 *
 * @since 0.1.0
 */
sealed interface UnaryOperator extends Operator
		permits Projection, RowOperator, Grouping, ShowOperator, ExecutionOperator, Reshaping, NullHandling, Statistic {

	/**
	 * Returns the input of the operator.
	 * @return the input
	 */
	Relation input();

	@Override
	default List<Relation> inputs() {
		return List.of(input());
	}

}
