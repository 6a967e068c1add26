package io.sparkex.internal.plan;

import java.util.List;

/**
 * Node of a logical plan: an operator with an id that columns can refer to.
 *
 * @param planId the id, unique within a session
 * @param operator the operator
 * @since 0.1.0
 */
public record Relation(long planId, Operator operator) {

	/**
	 * Returns the inputs of the operator.
	 * @return the inputs, left before right
	 */
	public List<Relation> inputs() {
		return this.operator.inputs();
	}

}
