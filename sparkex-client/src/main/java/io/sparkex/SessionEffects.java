package io.sparkex;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.CatalogChange;
import io.sparkex.plan.Command;
import io.sparkex.plan.Operator;
import io.sparkex.plan.Source;
import io.sparkex.transport.SparkConnectClient;

/**
 * What plans leave behind in a session, so that it would be missing in another one.
 */
final class SessionEffects {

	private SessionEffects() {
	}

	static void note(Command command, SparkConnectClient client) {
		String gained = gained(command);
		if (gained != null) {
			client.gained(gained);
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

	static void note(Operator operator, SparkConnectClient client) {
		if (operator instanceof CatalogChange.SetCurrentDatabase change) {
			client.gained("the current database '" + change.database() + "'");
		}
		else if (operator instanceof CatalogChange.SetCurrentCatalog change) {
			client.gained("the current catalog '" + change.catalog() + "'");
		}
		else if (operator instanceof CatalogChange.DropTempView drop) {
			client.gaveUp(view(drop.view()));
		}
		else if (operator instanceof CatalogChange.DropGlobalTempView drop) {
			client.gaveUp(view(drop.view()));
		}
	}

	private static String view(String name) {
		return "the temporary view '" + name + "'";
	}

}
