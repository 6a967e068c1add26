package io.sparkex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.MergeAction;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.query.QueryExecution;

/**
 * Describes how the rows of a frame update, delete and insert those of a table, from
 * {@link DataFrame#mergeInto(String, Column)}.
 * <p>
 * Of several actions of the same kind the first whose condition holds is taken, so that
 * only the last of them can be without one. A writer changes as its methods are called.
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class MergeIntoWriter {

	private final QueryExecution query;

	private final String table;

	private final Expression condition;

	private final List<MergeAction> matched = new ArrayList<>();

	private final List<MergeAction> notMatched = new ArrayList<>();

	private final List<MergeAction> notMatchedBySource = new ArrayList<>();

	private boolean schemaEvolution;

	MergeIntoWriter(QueryExecution query, String table, ColumnLike condition) {
		this.query = query;
		this.table = table;
		this.condition = condition.toColumn().expression();
	}

	/**
	 * Begins an action on each row of the table that a row of the frame matches.
	 * @return the choice of actions
	 */
	public WhenMatched whenMatched() {
		return new WhenMatched(this, null);
	}

	/**
	 * Begins an action on some of the rows of the table that a row of the frame matches.
	 * @param condition on which of them
	 * @return the choice of actions
	 */
	public WhenMatched whenMatched(ColumnLike condition) {
		return new WhenMatched(this, condition.toColumn().expression());
	}

	/**
	 * Begins an action with each row of the frame that matches none of the table.
	 * @return the choice of actions
	 */
	public WhenNotMatched whenNotMatched() {
		return new WhenNotMatched(this, null);
	}

	/**
	 * Begins an action with some of the rows of the frame that match none of the table.
	 * @param condition with which of them
	 * @return the choice of actions
	 */
	public WhenNotMatched whenNotMatched(ColumnLike condition) {
		return new WhenNotMatched(this, condition.toColumn().expression());
	}

	/**
	 * Begins an action on each row of the table that no row of the frame matches.
	 * @return the choice of actions
	 */
	public WhenNotMatchedBySource whenNotMatchedBySource() {
		return new WhenNotMatchedBySource(this, null);
	}

	/**
	 * Begins an action on some of the rows of the table that no row of the frame matches.
	 * @param condition on which of them
	 * @return the choice of actions
	 */
	public WhenNotMatchedBySource whenNotMatchedBySource(ColumnLike condition) {
		return new WhenNotMatchedBySource(this, condition.toColumn().expression());
	}

	/**
	 * Lets the table take on the columns and the wider types that the frame has and it
	 * has not, if it can.
	 * @return this writer
	 */
	public MergeIntoWriter withSchemaEvolution() {
		this.schemaEvolution = true;
		return this;
	}

	/**
	 * Runs the merge once and waits until it is done.
	 * @throws IllegalStateException if no action was described
	 * @throws io.sparkex.errors.RemoteException if Spark refuses it, such as for a table
	 * that cannot be merged into, or for several rows of the frame that match the same
	 * row of the table
	 */
	public void merge() {
		if (this.matched.isEmpty() && this.notMatched.isEmpty() && this.notMatchedBySource.isEmpty()) {
			throw new IllegalStateException(
					"Say what to merge: call whenMatched(), whenNotMatched() or whenNotMatchedBySource() and choose"
							+ " an action first");
		}
		this.query.run(new Write.Merge(this.query.relation(), this.table, this.condition, this.matched, this.notMatched,
				this.notMatchedBySource, this.schemaEvolution));
	}

	MergeIntoWriter addMatched(MergeAction action) {
		this.matched.add(action);
		return this;
	}

	MergeIntoWriter addNotMatched(MergeAction action) {
		this.notMatched.add(action);
		return this;
	}

	MergeIntoWriter addNotMatchedBySource(MergeAction action) {
		this.notMatchedBySource.add(action);
		return this;
	}

	static MergeAction action(MergeAction.Type type, @Nullable Expression condition) {
		return new MergeAction(type, condition, List.of());
	}

	static MergeAction action(MergeAction.Type type, @Nullable Expression condition, Map<String, ?> values) {
		return new MergeAction(type, condition,
				values.entrySet()
					.stream()
					.map((entry) -> new MergeAction.Assignment(new LeafExpression.Attribute(entry.getKey(), null),
							Column.of(entry.getValue()).expression()))
					.toList());
	}

}
