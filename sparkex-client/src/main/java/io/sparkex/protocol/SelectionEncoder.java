package io.sparkex.protocol;

import io.sparkex.plan.Selection;
import io.sparkex.proto.Deduplicate;
import io.sparkex.proto.Filter;
import io.sparkex.proto.Limit;
import io.sparkex.proto.Relation;
import io.sparkex.proto.Sort;

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
		return Relation.newBuilder().setDeduplicate(message);
	}

}
