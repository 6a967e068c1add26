package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * What a merge does to rows of the table that a row of the frame matches, from
 * {@link MergeIntoWriter#whenMatched()}.
 *
 * @since 0.1.0
 */
public final class WhenMatched {

	private final MergeIntoWriter writer;

	private final @Nullable Expression condition;

	WhenMatched(MergeIntoWriter writer, @Nullable Expression condition) {
		this.writer = writer;
		this.condition = condition;
	}

	/**
	 * Changes all columns of the row to those of the same name in the frame.
	 * @return the writer, for more actions
	 */
	public MergeIntoWriter updateAll() {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.UPDATE_ALL, this.condition));
	}

	/**
	 * Changes some columns of the row and leaves the others.
	 * @param values columns or plain values by the names of the columns to change
	 * @return the writer, for more actions
	 * @throws IllegalArgumentException if there is no value
	 */
	public MergeIntoWriter update(Map<String, ?> values) {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.UPDATE, this.condition, values));
	}

	/**
	 * Deletes the row.
	 * @return the writer, for more actions
	 */
	public MergeIntoWriter delete() {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.DELETE, this.condition));
	}

}
