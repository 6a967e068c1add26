package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * Actions of a merge on target rows that match no source row, from
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
	 * Always throws an exception. Spark's API has this method, but there is no source row
	 * that could supply the values, and no server supports it.
	 * @return never returns
	 * @throws InvalidPlanException always
	 */
	@SuppressWarnings("DoNotCallSuggester")
	public MergeIntoWriter updateAll() {
		throw new InvalidPlanException("updateAll() is not supported for target rows without a matching source row;"
				+ " use update(Map) to set columns");
	}

	/**
	 * Updates the given columns of the target row.
	 * @param values columns or plain values by target column name
	 * @return the writer, to add more actions
	 * @throws IllegalArgumentException if the map is empty
	 */
	public MergeIntoWriter update(Map<String, ?> values) {
		return this.writer
			.addNotMatchedBySource(MergeIntoWriter.action(MergeAction.Type.UPDATE, this.condition, values));
	}

	/**
	 * Deletes the target row.
	 * @return the writer, to add more actions
	 */
	public MergeIntoWriter delete() {
		return this.writer.addNotMatchedBySource(MergeIntoWriter.action(MergeAction.Type.DELETE, this.condition));
	}

}
