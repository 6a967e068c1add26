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
	 * The query whose rows are written.
	 * @return the relation
	 */
	Relation input();

	@Override
	default <R> R accept(Command.Visitor<R> visitor) {
		return visitor.visitWrite(this);
	}

	/**
	 * Calls the method of the visitor that fits the command.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Writes files, a table, or to another target that Spark knows by its format.
	 *
	 * @param input the rows
	 * @param format the name of the format, or {@code null} for the server's default
	 * @param target where to, or {@code null} if the options say so
	 * @param mode what happens to what is there
	 * @param layout how the rows are laid out
	 * @param options options of the format
	 * @param schemaEvolution whether the target takes on new columns and wider types
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
		 * What happens to what is there.
		 */
		public enum Mode {

			APPEND, OVERWRITE, ERROR_IF_EXISTS, IGNORE

		}

	}

	/**
	 * Creates a table of a catalog or changes the rows it has.
	 *
	 * @param input the rows
	 * @param table the name as SQL writes it
	 * @param mode what is done to the table
	 * @param condition the rows to replace, just with {@link ToTable.Mode#OVERWRITE}
	 * @param definition what a table is created with
	 * @param options options of the write
	 * @param schemaEvolution whether the table takes on new columns and wider types
	 */
	record ToTable(Relation input, String table, ToTable.Mode mode, @Nullable Expression condition,
			TableDefinition definition, Map<String, String> options, boolean schemaEvolution) implements Write {

		public ToTable {
			SaveTarget.checkTable(table);
			if ((mode == ToTable.Mode.OVERWRITE) != (condition != null)) {
				throw new IllegalArgumentException("overwriting, and nothing else, takes a condition");
			}
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitToTable(this);
		}

		/**
		 * What is done to a table.
		 */
		public enum Mode {

			CREATE, REPLACE, CREATE_OR_REPLACE, APPEND, OVERWRITE, OVERWRITE_PARTITIONS

		}

	}

	/**
	 * Updates, deletes and inserts rows of a table by the rows of a query.
	 *
	 * @param input the rows of the source
	 * @param table the name of the target as SQL writes it
	 * @param condition when a row of the source matches one of the target
	 * @param matched what is done to rows of the target that match
	 * @param notMatched what is done with rows of the source that match none
	 * @param notMatchedBySource what is done to rows of the target that match none
	 * @param schemaEvolution whether the table takes on new columns and wider types
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
	 * One method for each command that writes.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitSave(Save save);

		R visitToTable(ToTable write);

		R visitMerge(Merge merge);

	}

}
