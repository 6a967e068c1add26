package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * Actions of a merge on target rows that match a source row, from
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
	 * Updates all columns of the target row with the source columns of the same name.
	 * @return the writer, to add more actions
	 */
	public MergeIntoWriter updateAll() {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.UPDATE_ALL, this.condition));
	}

	/**
	 * Updates the given columns of the target row.
	 * @param values columns or plain values by target column name
	 * @return the writer, to add more actions
	 * @throws IllegalArgumentException if the map is empty
	 */
	public MergeIntoWriter update(Map<String, ?> values) {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.UPDATE, this.condition, values));
	}

	/**
	 * Deletes the target row.
	 * @return the writer, to add more actions
	 */
	public MergeIntoWriter delete() {
		return this.writer.addMatched(MergeIntoWriter.action(MergeAction.Type.DELETE, this.condition));
	}

}
