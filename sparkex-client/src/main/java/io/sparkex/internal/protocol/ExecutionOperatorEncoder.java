package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.ExecutionOperator;
import io.sparkex.internal.proto.CollectMetrics;
import io.sparkex.internal.proto.Hint;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.Repartition;
import io.sparkex.internal.proto.RepartitionByExpression;
import io.sparkex.internal.proto.WithWatermark;

/**
 * Encoder of operators that affect how rows are computed.
 */
final class ExecutionOperatorEncoder implements ExecutionOperator.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	ExecutionOperatorEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitRepartition(ExecutionOperator.Repartition repartition) {
		return Relation.newBuilder()
			.setRepartition(Repartition.newBuilder()
				.setInput(this.relations.encoded(repartition.input()))
				.setNumPartitions(repartition.partitions())
				.setShuffle(repartition.shuffle()));
	}

	@Override
	public Relation.Builder visitRepartitionByExpression(ExecutionOperator.RepartitionByExpression repartition) {
		RepartitionByExpression.Builder message = RepartitionByExpression.newBuilder()
			.setInput(this.relations.encoded(repartition.input()))
			.addAllPartitionExprs(this.expressions.encodeAll(repartition.expressions()));
		if (repartition.partitions() != null) {
			message.setNumPartitions(repartition.partitions());
		}
		return Relation.newBuilder().setRepartitionByExpression(message);
	}

	@Override
	public Relation.Builder visitHint(ExecutionOperator.Hint hint) {
		return Relation.newBuilder()
			.setHint(Hint.newBuilder()
				.setInput(this.relations.encoded(hint.input()))
				.setName(hint.name())
				.addAllParameters(this.expressions.encodeAll(hint.parameters())));
	}

	@Override
	public Relation.Builder visitWithWatermark(ExecutionOperator.WithWatermark watermark) {
		return Relation.newBuilder()
			.setWithWatermark(WithWatermark.newBuilder()
				.setInput(this.relations.encoded(watermark.input()))
				.setEventTime(watermark.eventTime())
				.setDelayThreshold(watermark.delay()));
	}

	@Override
	public Relation.Builder visitCollectMetrics(ExecutionOperator.CollectMetrics metrics) {
		return Relation.newBuilder()
			.setCollectMetrics(CollectMetrics.newBuilder()
				.setInput(this.relations.encoded(metrics.input()))
				.setName(metrics.name())
				.addAllMetrics(this.expressions.encodeAll(metrics.metrics())));
	}

}
