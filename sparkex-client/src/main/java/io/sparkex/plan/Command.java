package io.sparkex.plan;

/**
 * What is done for its effect and not for its rows: two commands and the family of those
 * that {@link Write write}.
 *
 * @since 0.1.0
 */
public sealed interface Command permits Command.RunSql, Command.CreateView, Write {

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
	 * Gives a query a name that SQL can use.
	 *
	 * @param input the query
	 * @param name the name as SQL writes it
	 * @param global whether other sessions see it too, in the database of global views
	 * @param replace whether it may take the place of another view
	 */
	record CreateView(Relation input, String name, boolean global, boolean replace) implements Command {

		public CreateView {
			if (name.isBlank()) {
				throw new IllegalArgumentException("the name of a view must not be blank");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateView(this);
		}

	}

	/**
	 * One method for each command or family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitRunSql(RunSql command);

		R visitCreateView(CreateView command);

		R visitWrite(Write write);

	}

}
