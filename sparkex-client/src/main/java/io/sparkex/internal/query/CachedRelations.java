package io.sparkex.internal.query;

import java.lang.ref.Cleaner;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.protocol.PlanEncoder;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * Lets servers forget the checkpoints that no frame can reach any more. An application
 * that runs for months would otherwise fill its executors.
 */
final class CachedRelations {

	private CachedRelations() {
	}

	static void removeWhenUnreachable(Source.CachedRelation relation, SparkConnectClient client) {
		// The action must not hold the relation, but only its id.
		String relationId = relation.relationId();
		Holder.cleaner.register(relation,
				() -> client.executeInBackground(PlanEncoder.encode(new Command.ForgetRelation(relationId)).message()));
	}

	/**
	 * Starts its thread only in an application that uses checkpoints.
	 */
	private static final class Holder {

		static final Cleaner cleaner = Cleaner.create();

	}

}
