package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Action of a {@link Write.Merge}. It is not an {@link Expression} because it has no
 * value, although the protocol encodes it as one.
 *
 * @param type the kind of action
 * @param condition the condition of the action, or {@code null} to apply it to all rows
 * that no earlier action handled
 * @param assignments the assigned columns; only for types that take assignments
 * @since 0.1.0
 */
public record MergeAction(Type type, @Nullable Expression condition, List<Assignment> assignments) {

	public MergeAction {
		assignments = List.copyOf(assignments);
		if (assignments.isEmpty() == type.takesAssignments()) {
			throw new IllegalArgumentException(type.takesAssignments() ? "assign a value to at least one column"
					: "the action " + type + " does not take assignments");
		}
	}

	/**
	 * Kind of action.
	 */
	public enum Type {

		/** Deletes the row. */
		DELETE,

		/**
		 * Inserts a row with the assigned values.
		 */
		INSERT,

		/**
		 * Inserts the source row.
		 */
		INSERT_ALL,

		/**
		 * Updates the assigned columns.
		 */
		UPDATE,

		/**
		 * Updates all columns from the source row.
		 */
		UPDATE_ALL;

		boolean takesAssignments() {
			return this == INSERT || this == UPDATE;
		}

	}

	/**
	 * Assignment to a target column.
	 *
	 * @param column the column
	 * @param value the value
	 */
	public record Assignment(Expression column, Expression value) {

	}

}
