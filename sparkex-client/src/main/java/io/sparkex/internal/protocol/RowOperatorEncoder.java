package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.proto.Deduplicate;
import io.sparkex.internal.proto.Filter;
import io.sparkex.internal.proto.Limit;
import io.sparkex.internal.proto.Offset;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.Sample;
import io.sparkex.internal.proto.Sort;
import io.sparkex.internal.proto.Tail;

/**
 * Encoder of operators that select or sort rows.
 */
final class RowOperatorEncoder implements RowOperator.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	RowOperatorEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitFilter(RowOperator.Filter filter) {
		return Relation.newBuilder()
			.setFilter(Filter.newBuilder()
				.setInput(this.relations.encoded(filter.input()))
				.setCondition(this.expressions.encode(filter.condition())));
	}

	@Override
	public Relation.Builder visitLimit(RowOperator.Limit limit) {
		return Relation.newBuilder()
			.setLimit(Limit.newBuilder().setInput(this.relations.encoded(limit.input())).setLimit(limit.rows()));
	}

	@Override
	public Relation.Builder visitSort(RowOperator.Sort sort) {
		Sort.Builder message = Sort.newBuilder()
			.setInput(this.relations.encoded(sort.input()))
			.setIsGlobal(sort.global());
		sort.order().forEach((order) -> message.addOrder(this.expressions.encodeSortOrder(order)));
		return Relation.newBuilder().setSort(message);
	}

	@Override
	public Relation.Builder visitDeduplicate(RowOperator.Deduplicate deduplicate) {
		Deduplicate.Builder message = Deduplicate.newBuilder().setInput(this.relations.encoded(deduplicate.input()));
		if (deduplicate.columns().isEmpty()) {
			message.setAllColumnsAsKeys(true);
		}
		else {
			message.addAllColumnNames(deduplicate.columns());
		}
		if (deduplicate.withinWatermark()) {
			message.setWithinWatermark(true);
		}
		return Relation.newBuilder().setDeduplicate(message);
	}

	@Override
	public Relation.Builder visitOffset(RowOperator.Offset offset) {
		return Relation.newBuilder()
			.setOffset(Offset.newBuilder().setInput(this.relations.encoded(offset.input())).setOffset(offset.rows()));
	}

	@Override
	public Relation.Builder visitTail(RowOperator.Tail tail) {
		return Relation.newBuilder()
			.setTail(Tail.newBuilder().setInput(this.relations.encoded(tail.input())).setLimit(tail.rows()));
	}

	@Override
	public Relation.Builder visitSample(RowOperator.Sample sample) {
		return Relation.newBuilder()
			.setSample(Sample.newBuilder()
				.setInput(this.relations.encoded(sample.input()))
				.setLowerBound(sample.lower())
				.setUpperBound(sample.upper())
				.setWithReplacement(sample.withReplacement())
				.setSeed(sample.seed())
				.setDeterministicOrder(sample.deterministicOrder()));
	}

}
