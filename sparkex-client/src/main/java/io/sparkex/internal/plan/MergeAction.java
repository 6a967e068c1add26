package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Write.Merge} does with a row. It computes nothing and so is no
 * {@link Expression}, though the protocol sends it as one.
 *
 * @param type what is done
 * @param condition for which rows, or {@code null} for all that no earlier action took
 * @param assignments the values of columns, just if the type takes them
 * @since 0.1.0
 */
public record MergeAction(Type type, @Nullable Expression condition, List<Assignment> assignments) {

	public MergeAction {
		assignments = List.copyOf(assignments);
		if (assignments.isEmpty() == type.takesAssignments()) {
			throw new IllegalArgumentException(type.takesAssignments() ? "assign a value to at least one column"
					: "the action " + type + " takes no assignments");
		}
	}

	/**
	 * The kinds of action.
	 */
	public enum Type {

		/** Deletes the row. */
		DELETE,

		/** Inserts a row of the values assigned. */
		INSERT,

		/** Inserts the row of the source. */
		INSERT_ALL,

		/** Changes the columns assigned. */
		UPDATE,

		/** Changes all columns to those of the source. */
		UPDATE_ALL;

		boolean takesAssignments() {
			return this == INSERT || this == UPDATE;
		}

	}

	/**
	 * A value for a column of the target.
	 *
	 * @param column the column
	 * @param value its value
	 */
	public record Assignment(Expression column, Expression value) {

	}

}
