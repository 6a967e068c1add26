package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Grouping;
import io.sparkex.internal.proto.Aggregate;
import io.sparkex.internal.proto.Relation;

/**
 * Encoder of aggregations.
 */
final class GroupingEncoder implements Grouping.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	GroupingEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitAggregate(Grouping.Aggregate aggregate) {
		ExpressionEncoder expressions = this.relations.expressions();
		Aggregate.Builder message = Aggregate.newBuilder()
			.setInput(this.relations.encoded(aggregate.input()))
			.setGroupType(
					(aggregate.pivot() != null) ? Aggregate.GroupType.GROUP_TYPE_PIVOT : groupType(aggregate.type()))
			.addAllGroupingExpressions(expressions.encodeAll(aggregate.keys()))
			.addAllAggregateExpressions(expressions.encodeAll(aggregate.aggregates()));
		if (aggregate.pivot() != null) {
			message.setPivot(Aggregate.Pivot.newBuilder()
				.setCol(expressions.encode(aggregate.pivot().column()))
				.addAllValues(
						aggregate.pivot().values().stream().map(this.relations.expressions()::encodeLiteral).toList()));
		}
		aggregate.sets()
			.forEach((set) -> message
				.addGroupingSets(Aggregate.GroupingSets.newBuilder().addAllGroupingSet(expressions.encodeAll(set))));
		return Relation.newBuilder().setAggregate(message);
	}

	private static Aggregate.GroupType groupType(Grouping.GroupType type) {
		return switch (type) {
			case GROUP_BY -> Aggregate.GroupType.GROUP_TYPE_GROUPBY;
			case ROLLUP -> Aggregate.GroupType.GROUP_TYPE_ROLLUP;
			case CUBE -> Aggregate.GroupType.GROUP_TYPE_CUBE;
			case GROUPING_SETS -> Aggregate.GroupType.GROUP_TYPE_GROUPING_SETS;
		};
	}

}
