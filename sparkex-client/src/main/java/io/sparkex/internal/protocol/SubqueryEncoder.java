package io.sparkex.internal.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.TableArgument;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.SubqueryExpression;

/**
 * Encoder of subqueries. The expression refers to the relation of the subquery by id; the
 * relation itself is sent with the relation that contains the expression, and is encoded
 * before it.
 */
final class SubqueryEncoder {

	private final RelationEncoder relations;

	private final Map<Long, Relation> references = new LinkedHashMap<>();

	private final List<io.sparkex.internal.plan.Relation> missing = new ArrayList<>();

	private int depth;

	SubqueryEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	Expression encode(Subquery subquery, ExpressionEncoder expressions) {
		refer(subquery.relation());
		return Expression.newBuilder()
			.setSubqueryExpression(SubqueryExpression.newBuilder()
				.setPlanId(subquery.relation().planId())
				.setSubqueryType(type(subquery.type()))
				.addAllInSubqueryValues(expressions.encodeAll(subquery.values())))
			.build();
	}

	Expression encode(TableArgument argument, ExpressionEncoder expressions) {
		refer(argument.relation());
		SubqueryExpression.TableArgOptions.Builder options = SubqueryExpression.TableArgOptions.newBuilder()
			.addAllPartitionSpec(expressions.encodeAll(argument.partitioning()));
		argument.ordering().forEach((order) -> options.addOrderSpec(expressions.encodeSortOrder(order)));
		if (argument.singlePartition()) {
			options.setWithSinglePartition(true);
		}
		return Expression.newBuilder()
			.setSubqueryExpression(SubqueryExpression.newBuilder()
				.setPlanId(argument.relation().planId())
				.setSubqueryType(SubqueryExpression.SubqueryType.SUBQUERY_TYPE_TABLE_ARG)
				.setTableArgOptions(options))
			.build();
	}

	@SuppressWarnings("ReferenceEquality")
	private void refer(io.sparkex.internal.plan.Relation target) {
		EncodedRelation encoded = this.relations.encodedOrNull(target);
		if (encoded == null) {
			this.missing.add(target);
			return;
		}
		this.depth = Math.max(this.depth, encoded.depth());
		Relation known = this.references.put(target.planId(), encoded.relation());
		if (known != null && known != encoded.relation()) {
			throw new InvalidPlanException(
					"A plan refers to DataFrames of different sessions; create all of them with the same session");
		}
	}

	/**
	 * Returns whether a relation was referenced and not taken yet.
	 */
	boolean hasReferences() {
		return !this.references.isEmpty() || !this.missing.isEmpty();
	}

	/**
	 * Returns and clears the relations that were referenced since the last call but are
	 * not encoded yet.
	 */
	List<io.sparkex.internal.plan.Relation> takeMissing() {
		return take(this.missing);
	}

	/**
	 * Returns and clears the relations that were referenced since the last call.
	 */
	List<Relation> takeReferences() {
		return take(this.references.values());
	}

	/**
	 * Returns and clears the maximum depth of the relations that were referenced since
	 * the last call.
	 */
	int takeDepth() {
		int taken = this.depth;
		this.depth = 0;
		return taken;
	}

	private static <T> List<T> take(Collection<T> values) {
		List<T> taken = new ArrayList<>(values);
		values.clear();
		return taken;
	}

	private static SubqueryExpression.SubqueryType type(Subquery.Type type) {
		return switch (type) {
			case SCALAR -> SubqueryExpression.SubqueryType.SUBQUERY_TYPE_SCALAR;
			case EXISTS -> SubqueryExpression.SubqueryType.SUBQUERY_TYPE_EXISTS;
			case IN -> SubqueryExpression.SubqueryType.SUBQUERY_TYPE_IN;
		};
	}

}
