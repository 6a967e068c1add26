package io.sparkex.protocol;

import io.sparkex.plan.Selection;
import io.sparkex.proto.Deduplicate;
import io.sparkex.proto.Filter;
import io.sparkex.proto.Limit;
import io.sparkex.proto.Offset;
import io.sparkex.proto.Relation;
import io.sparkex.proto.Sample;
import io.sparkex.proto.Sort;
import io.sparkex.proto.Tail;

/**
 * Encodes the relations that choose or arrange rows.
 */
final class SelectionEncoder implements Selection.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	SelectionEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitFilter(Selection.Filter filter) {
		return Relation.newBuilder()
			.setFilter(Filter.newBuilder()
				.setInput(this.relations.encoded(filter.input()))
				.setCondition(this.expressions.encode(filter.condition())));
	}

	@Override
	public Relation.Builder visitLimit(Selection.Limit limit) {
		return Relation.newBuilder()
			.setLimit(Limit.newBuilder().setInput(this.relations.encoded(limit.input())).setLimit(limit.rows()));
	}

	@Override
	public Relation.Builder visitSort(Selection.Sort sort) {
		Sort.Builder message = Sort.newBuilder()
			.setInput(this.relations.encoded(sort.input()))
			.setIsGlobal(sort.global());
		sort.order().forEach((order) -> message.addOrder(this.expressions.encodeSortOrder(order)));
		return Relation.newBuilder().setSort(message);
	}

	@Override
	public Relation.Builder visitDeduplicate(Selection.Deduplicate deduplicate) {
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
	public Relation.Builder visitOffset(Selection.Offset offset) {
		return Relation.newBuilder()
			.setOffset(Offset.newBuilder().setInput(this.relations.encoded(offset.input())).setOffset(offset.rows()));
	}

	@Override
	public Relation.Builder visitTail(Selection.Tail tail) {
		return Relation.newBuilder()
			.setTail(Tail.newBuilder().setInput(this.relations.encoded(tail.input())).setLimit(tail.rows()));
	}

	@Override
	public Relation.Builder visitSample(Selection.Sample sample) {
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
