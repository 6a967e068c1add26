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
 * Writer that merges the rows of a DataFrame (the source) into a table (the target), from
 * {@link DataFrame#mergeInto(String, ColumnLike)}. It corresponds to {@code MERGE INTO}
 * in SQL.
 * <p>
 * For each row, the first action whose condition is true is applied. Therefore only the
 * last action of a kind may have no condition. Methods that configure the writer change
 * it and return it. Not thread-safe.
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
	 * Adds an action for target rows that match a source row.
	 * @return the choice of actions
	 */
	public WhenMatched whenMatched() {
		return new WhenMatched(this, null);
	}

	/**
	 * Adds an action for target rows that match a source row and for which a condition is
	 * true.
	 * @param condition a boolean column
	 * @return the choice of actions
	 */
	public WhenMatched whenMatched(ColumnLike condition) {
		return new WhenMatched(this, condition.toColumn().expression());
	}

	/**
	 * Adds an action for source rows that match no target row.
	 * @return the choice of actions
	 */
	public WhenNotMatched whenNotMatched() {
		return new WhenNotMatched(this, null);
	}

	/**
	 * Adds an action for source rows that match no target row and for which a condition
	 * is true.
	 * @param condition a boolean column
	 * @return the choice of actions
	 */
	public WhenNotMatched whenNotMatched(ColumnLike condition) {
		return new WhenNotMatched(this, condition.toColumn().expression());
	}

	/**
	 * Adds an action for target rows that match no source row.
	 * @return the choice of actions
	 */
	public WhenNotMatchedBySource whenNotMatchedBySource() {
		return new WhenNotMatchedBySource(this, null);
	}

	/**
	 * Adds an action for target rows that match no source row and for which a condition
	 * is true.
	 * @param condition a boolean column
	 * @return the choice of actions
	 */
	public WhenNotMatchedBySource whenNotMatchedBySource(ColumnLike condition) {
		return new WhenNotMatchedBySource(this, condition.toColumn().expression());
	}

	/**
	 * Enables schema evolution: new columns and wider types of the source are added to
	 * the table, if it supports it.
	 * @return this writer
	 */
	public MergeIntoWriter withSchemaEvolution() {
		this.schemaEvolution = true;
		return this;
	}

	/**
	 * Runs the merge once and waits until it is complete.
	 * @throws IllegalStateException if there is no action
	 * @throws io.sparkex.errors.RemoteException if Spark rejects the merge, for example
	 * because the table does not support it or because several source rows match the same
	 * target row
	 */
	public void merge() {
		if (this.matched.isEmpty() && this.notMatched.isEmpty() && this.notMatchedBySource.isEmpty()) {
			throw new IllegalStateException(
					"The merge has no action; call whenMatched(), whenNotMatched() or whenNotMatchedBySource() and"
							+ " choose an action");
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
