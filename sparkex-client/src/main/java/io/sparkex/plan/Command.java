package io.sparkex.plan;

/**
 * What is done for its effect and not for its rows.
 *
 * @since 0.1.0
 */
public sealed interface Command {

	/**
	 * Calls the method of the visitor that fits the command.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Runs a statement at once; a query is only analyzed.
	 *
	 * @param input the statement
	 */
	record RunSql(Relation input) implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRunSql(this);
		}

	}

	/**
	 * One method for each command.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitRunSql(RunSql command);

	}

}
