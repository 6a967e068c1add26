package io.sparkex.internal.query;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * The session state that plans create and that would be missing in another session.
 */
final class SessionEffects {

	private SessionEffects() {
	}

	static void note(Command command, SparkConnectClient client) {
		String gained = gained(command);
		if (gained != null) {
			client.recordState(gained);
		}
	}

	private static @Nullable String gained(Command command) {
		if (command instanceof Command.CreateView view) {
			return view(view.name());
		}
		if (command instanceof Command.RegisterJavaFunction function) {
			return "the function '" + function.name() + "'";
		}
		if (command instanceof Command.RunSql statement && statement.input().operator() instanceof Source.Sql sql) {
			String words = SqlText.sessionChange(sql.query());
			return (words != null) ? "what a statement that begins with " + words + " has done" : null;
		}
		return null;
	}

	/**
	 * Records a change that was made or may have been made.
	 */
	static void noteChange(CatalogChange change, SparkConnectClient client) {
		if (change instanceof CatalogChange.SetCurrentDatabase current) {
			client.recordState("the current database '" + current.database() + "'");
		}
		else if (change instanceof CatalogChange.SetCurrentCatalog current) {
			client.recordState("the current catalog '" + current.catalog() + "'");
		}
	}

	/**
	 * Records that a view certainly no longer exists in the session.
	 */
	static void noteDropped(String view, SparkConnectClient client) {
		client.clearState(view(view));
	}

	private static String view(String name) {
		return "the temporary view '" + name + "'";
	}

}
