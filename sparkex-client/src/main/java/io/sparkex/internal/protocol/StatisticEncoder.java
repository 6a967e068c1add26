package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Statistic;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.StatApproxQuantile;
import io.sparkex.internal.proto.StatCorr;
import io.sparkex.internal.proto.StatCov;
import io.sparkex.internal.proto.StatCrosstab;
import io.sparkex.internal.proto.StatDescribe;
import io.sparkex.internal.proto.StatFreqItems;
import io.sparkex.internal.proto.StatSampleBy;
import io.sparkex.internal.proto.StatSummary;

/**
 * Encoder of operators that compute statistics.
 */
final class StatisticEncoder implements Statistic.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	StatisticEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitSummary(Statistic.Summary summary) {
		return Relation.newBuilder()
			.setSummary(StatSummary.newBuilder()
				.setInput(this.relations.encoded(summary.input()))
				.addAllStatistics(summary.statistics()));
	}

	@Override
	public Relation.Builder visitDescribe(Statistic.Describe describe) {
		return Relation.newBuilder()
			.setDescribe(StatDescribe.newBuilder()
				.setInput(this.relations.encoded(describe.input()))
				.addAllCols(describe.columns()));
	}

	@Override
	public Relation.Builder visitCrosstab(Statistic.Crosstab crosstab) {
		return Relation.newBuilder()
			.setCrosstab(StatCrosstab.newBuilder()
				.setInput(this.relations.encoded(crosstab.input()))
				.setCol1(crosstab.first())
				.setCol2(crosstab.second()));
	}

	@Override
	public Relation.Builder visitCovariance(Statistic.Covariance covariance) {
		return Relation.newBuilder()
			.setCov(StatCov.newBuilder()
				.setInput(this.relations.encoded(covariance.input()))
				.setCol1(covariance.first())
				.setCol2(covariance.second()));
	}

	@Override
	public Relation.Builder visitCorrelation(Statistic.Correlation correlation) {
		return Relation.newBuilder()
			.setCorr(StatCorr.newBuilder()
				.setInput(this.relations.encoded(correlation.input()))
				.setCol1(correlation.first())
				.setCol2(correlation.second())
				.setMethod(correlation.method()));
	}

	@Override
	public Relation.Builder visitApproxQuantile(Statistic.ApproxQuantile quantile) {
		return Relation.newBuilder()
			.setApproxQuantile(StatApproxQuantile.newBuilder()
				.setInput(this.relations.encoded(quantile.input()))
				.addAllCols(quantile.columns())
				.addAllProbabilities(quantile.probabilities())
				.setRelativeError(quantile.relativeError()));
	}

	@Override
	public Relation.Builder visitFrequentItems(Statistic.FrequentItems items) {
		return Relation.newBuilder()
			.setFreqItems(StatFreqItems.newBuilder()
				.setInput(this.relations.encoded(items.input()))
				.addAllCols(items.columns())
				.setSupport(items.support()));
	}

	@Override
	public Relation.Builder visitSampleBy(Statistic.SampleBy sample) {
		StatSampleBy.Builder message = StatSampleBy.newBuilder()
			.setInput(this.relations.encoded(sample.input()))
			.setCol(this.expressions.encode(sample.column()))
			.setSeed(sample.seed());
		sample.fractions()
			.forEach((stratum,
					fraction) -> message.addFractions(StatSampleBy.Fraction.newBuilder()
						.setStratum(this.relations.expressions().encodeLiteral(stratum))
						.setFraction(fraction)));
		return Relation.newBuilder().setSampleBy(message);
	}

}
