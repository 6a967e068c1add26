package io.sparkex.protocol;

import io.sparkex.plan.ExplainMode;
import io.sparkex.plan.Relation;
import io.sparkex.proto.AnalyzePlanRequest;
import io.sparkex.proto.AnalyzePlanRequest.Explain;

/**
 * Encodes questions about plans.
 *
 * @since 0.1.0
 */
public final class AnalyzeEncoder {

	private AnalyzeEncoder() {
	}

	/**
	 * Asks for the version of Spark.
	 * @return the request but for what all requests have
	 */
	public static AnalyzePlanRequest.Builder sparkVersion() {
		return AnalyzePlanRequest.newBuilder().setSparkVersion(AnalyzePlanRequest.SparkVersion.getDefaultInstance());
	}

	/**
	 * Asks for the schema of a relation.
	 * @param relation the relation
	 * @return the request but for what all requests have
	 */
	public static AnalyzePlanRequest.Builder schema(Relation relation) {
		return AnalyzePlanRequest.newBuilder()
			.setSchema(AnalyzePlanRequest.Schema.newBuilder().setPlan(PlanEncoder.encode(relation)));
	}

	/**
	 * Asks for the plan of a relation.
	 * @param relation the relation
	 * @param mode how much of it
	 * @return the request but for what all requests have
	 */
	public static AnalyzePlanRequest.Builder explain(Relation relation, ExplainMode mode) {
		return AnalyzePlanRequest.newBuilder()
			.setExplain(Explain.newBuilder().setPlan(PlanEncoder.encode(relation)).setExplainMode(explainMode(mode)));
	}

	private static Explain.ExplainMode explainMode(ExplainMode mode) {
		return switch (mode) {
			case SIMPLE -> Explain.ExplainMode.EXPLAIN_MODE_SIMPLE;
			case EXTENDED -> Explain.ExplainMode.EXPLAIN_MODE_EXTENDED;
			case CODEGEN -> Explain.ExplainMode.EXPLAIN_MODE_CODEGEN;
			case COST -> Explain.ExplainMode.EXPLAIN_MODE_COST;
			case FORMATTED -> Explain.ExplainMode.EXPLAIN_MODE_FORMATTED;
		};
	}

}
