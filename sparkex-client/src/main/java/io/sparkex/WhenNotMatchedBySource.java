package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * What a merge does to rows of the table that no row of the frame matches, from
 * {@link MergeIntoWriter#whenNotMatchedBySource()}.
 *
 * @since 0.1.0
 */
public final class WhenNotMatchedBySource {

	private final MergeIntoWriter writer;

	private final @Nullable Expression condition;

	WhenNotMatchedBySource(MergeIntoWriter writer, @Nullable Expression condition) {
		this.writer = writer;
		this.condition = condition;
	}

	/**
	 * Always refused: Spark's API has this method, but there is no row of the frame whose
	 * values the row could take, and no server runs it.
	 * @return never
	 * @throws InvalidPlanException in any case
	 */
	public MergeIntoWriter updateAll() {
		throw new InvalidPlanException("A row that no row of the frame matches has nothing to take all values from;"
				+ " say which columns to change with update(Map)");
	}

	/**
	 * Changes some columns of the row and leaves the others.
	 * @param values columns or plain values by the names of the columns to change
	 * @return the writer, for more actions
	 * @throws IllegalArgumentException if there is no value
	 */
	public MergeIntoWriter update(Map<String, ?> values) {
		return this.writer
			.addNotMatchedBySource(MergeIntoWriter.action(MergeAction.Type.UPDATE, this.condition, values));
	}

	/**
	 * Deletes the row.
	 * @return the writer, for more actions
	 */
	public MergeIntoWriter delete() {
		return this.writer.addNotMatchedBySource(MergeIntoWriter.action(MergeAction.Type.DELETE, this.condition));
	}

}
