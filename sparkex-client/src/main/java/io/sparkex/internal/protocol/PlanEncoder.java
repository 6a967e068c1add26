package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.proto.Plan;

/**
 * Encoder of queries and commands.
 * <p>
 * Plans may have any depth. A relation that occurs more than once in a plan is encoded
 * once. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PlanEncoder {

	private PlanEncoder() {
	}

	/**
	 * Encodes a query.
	 * @param root the root of the plan
	 * @return the plan
	 * @throws io.sparkex.errors.InvalidPlanException if an expression is nested too
	 * deeply
	 */
	public static EncodedPlan encode(Relation root) {
		RelationEncoder encoder = new RelationEncoder();
		Plan plan = Plan.newBuilder().setRoot(encoder.encode(root)).build();
		return new EncodedPlan(plan, encoder.features().required());
	}

	/**
	 * Encodes a command.
	 * @param command the command
	 * @return the plan
	 * @throws io.sparkex.errors.InvalidPlanException if an expression is nested too
	 * deeply
	 */
	public static EncodedPlan encode(Command command) {
		RelationEncoder encoder = new RelationEncoder();
		Plan plan = Plan.newBuilder().setCommand(command.accept(new CommandEncoder(encoder))).build();
		return new EncodedPlan(plan, encoder.features().required());
	}

}
