package io.sparkex.internal.plan;

import java.util.List;

/**
 * A node of a query: an operator, numbered so that columns can refer to it.
 *
 * @param planId the number, unique within a session
 * @param operator what the node does to its inputs
 * @since 0.1.0
 */
public record Relation(long planId, Operator operator) {

	/**
	 * The relations that this one reads.
	 * @return the inputs, left before right
	 */
	public List<Relation> inputs() {
		return this.operator.inputs();
	}

}
