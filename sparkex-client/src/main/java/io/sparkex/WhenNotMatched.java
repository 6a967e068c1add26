package io.sparkex;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.MergeAction;

/**
 * What a merge does with rows of the frame that match none of the table, from
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
	 * Inserts the row: columns of the table take the values of those of the same name.
	 * @return the writer, for more actions
	 */
	public MergeIntoWriter insertAll() {
		return this.writer.addNotMatched(MergeIntoWriter.action(MergeAction.Type.INSERT_ALL, this.condition));
	}

	/**
	 * Inserts a row of the given values; other columns are null or take their default.
	 * @param values columns or plain values by the names of the columns of the table
	 * @return the writer, for more actions
	 * @throws IllegalArgumentException if there is no value
	 */
	public MergeIntoWriter insert(Map<String, ?> values) {
		return this.writer.addNotMatched(MergeIntoWriter.action(MergeAction.Type.INSERT, this.condition, values));
	}

}
