package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Commands that write the rows of a query.
 *
 * @since 0.1.0
 */
public sealed interface Write extends Command {

	/**
	 * Returns the query whose rows are written.
	 * @return the relation
	 */
	Relation input();

	@Override
	default <R> R accept(Command.Visitor<R> visitor) {
		return visitor.visitWrite(this);
	}

	/**
	 * Calls the visitor method of this command.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Command that saves rows as files, as a table or through a data source.
	 *
	 * @param input the rows
	 * @param format the name of the format, or {@code null} for the default of the server
	 * @param target the target, or {@code null} if the options define it
	 * @param mode the save mode
	 * @param layout the layout of the rows
	 * @param options the options of the data source
	 * @param schemaEvolution {@code true} to add new columns and wider types to the
	 * target
	 */
	record Save(Relation input, @Nullable String format, @Nullable SaveTarget target, Save.Mode mode, Layout layout,
			Map<String, String> options, boolean schemaEvolution) implements Write {

		public Save {
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSave(this);
		}

		/**
		 * Save mode: behavior if the target exists.
		 */
		public enum Mode {

			APPEND, OVERWRITE, ERROR_IF_EXISTS, IGNORE

		}

	}

	/**
	 * Command that creates a table or modifies its rows through the V2 write API.
	 *
	 * @param input the rows
	 * @param table the name of the table in SQL syntax
	 * @param mode the kind of write
	 * @param condition the rows to replace, only for {@link ToTable.Mode#OVERWRITE}
	 * @param definition the properties of a table to create
	 * @param options the write options
	 * @param schemaEvolution {@code true} to add new columns and wider types to the table
	 */
	record ToTable(Relation input, String table, ToTable.Mode mode, @Nullable Expression condition,
			TableDefinition definition, Map<String, String> options, boolean schemaEvolution) implements Write {

		public ToTable {
			SaveTarget.checkTable(table);
			if ((mode == ToTable.Mode.OVERWRITE) != (condition != null)) {
				throw new IllegalArgumentException(
						"a condition is required to overwrite rows and not allowed otherwise");
			}
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitToTable(this);
		}

		/**
		 * Kind of write.
		 */
		public enum Mode {

			CREATE, REPLACE, CREATE_OR_REPLACE, APPEND, OVERWRITE, OVERWRITE_PARTITIONS

		}

	}

	/**
	 * Command that merges the rows of a query into a table.
	 *
	 * @param input the source
	 * @param table the name of the target table in SQL syntax
	 * @param condition the merge condition
	 * @param matched the actions for matched target rows
	 * @param notMatched the actions for source rows without a match
	 * @param notMatchedBySource the actions for target rows without a match
	 * @param schemaEvolution {@code true} to add new columns and wider types to the table
	 */
	record Merge(Relation input, String table, Expression condition, List<MergeAction> matched,
			List<MergeAction> notMatched, List<MergeAction> notMatchedBySource,
			boolean schemaEvolution) implements Write {

		public Merge {
			SaveTarget.checkTable(table);
			matched = List.copyOf(matched);
			notMatched = List.copyOf(notMatched);
			notMatchedBySource = List.copyOf(notMatchedBySource);
			if (matched.isEmpty() && notMatched.isEmpty() && notMatchedBySource.isEmpty()) {
				throw new IllegalArgumentException("a merge needs at least one action");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitMerge(this);
		}

	}

	/**
	 * Visitor with one method for each permitted command.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitSave(Save save);

		R visitToTable(ToTable write);

		R visitMerge(Merge merge);

	}

}
