package io.sparkex.internal.protocol;

import java.util.Set;

import io.sparkex.internal.proto.Plan;

/**
 * Encoded plan with the server features that it requires.
 *
 * @param message the plan
 * @param features the features that not every supported server has; empty for most plans
 * @since 0.1.0
 */
public record EncodedPlan(Plan message, Set<ServerFeature> features) {

	public EncodedPlan {
		features = Set.copyOf(features);
	}

}
