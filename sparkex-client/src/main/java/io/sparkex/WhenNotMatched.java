package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * Actions of a merge on source rows that match no target row, from
 * {@link MergeIntoWriter#whenNotMatched()}.
 *
 * @since 0.1.0
 */
public final class WhenNotMatched {

	private final MergeIntoWriter writer;

	private final @Nullable Expression condition;

	WhenNotMatched(MergeIntoWriter writer, @Nullable Expression condition) {
		this.writer = writer;
		this.condition = condition;
	}

	/**
	 * Inserts the source row. Target columns take the values of the source columns of the
	 * same name.
	 * @return the writer, to add more actions
	 */
	public MergeIntoWriter insertAll() {
		return this.writer.addNotMatched(MergeIntoWriter.action(MergeAction.Type.INSERT_ALL, this.condition));
	}

	/**
	 * Inserts a row with the given values. Other target columns are null or take their
	 * default value.
	 * @param values columns or plain values by target column name
	 * @return the writer, to add more actions
	 * @throws IllegalArgumentException if the map is empty
	 */
	public MergeIntoWriter insert(Map<String, ?> values) {
		return this.writer.addNotMatched(MergeIntoWriter.action(MergeAction.Type.INSERT, this.condition, values));
	}

}
