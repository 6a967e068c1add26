package io.sparkex.internal.protocol;

import java.util.Set;

import io.sparkex.internal.proto.Plan;

/**
 * A plan as it travels, and what the server has to know to understand it.
 *
 * @param message the plan
 * @param features what not every supported server knows; most plans need nothing
 * @since 0.1.0
 */
public record EncodedPlan(Plan message, Set<ServerFeature> features) {

	public EncodedPlan {
		features = Set.copyOf(features);
	}

}
