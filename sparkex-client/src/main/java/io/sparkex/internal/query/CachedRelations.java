package io.sparkex.internal.query;

import java.lang.ref.Cleaner;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.protocol.PlanEncoder;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * Cleanup that removes checkpoints from the server when no DataFrame can reach them. An
 * application that runs for months would otherwise fill the executors.
 */
final class CachedRelations {

	private CachedRelations() {
	}

	static void removeWhenUnreachable(Source.CachedRelation relation, SparkConnectClient client) {
		// The cleanup action must hold the id only, not the relation.
		String relationId = relation.relationId();
		Holder.cleaner.register(relation,
				() -> client.executeInBackground(PlanEncoder.encode(new Command.ForgetRelation(relationId)).message()));
	}

	/**
	 * Holder that starts the cleaner thread only in applications that use checkpoints.
	 */
	private static final class Holder {

		static final Cleaner cleaner = Cleaner.create();

	}

}
