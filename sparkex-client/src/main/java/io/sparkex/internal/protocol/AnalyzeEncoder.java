package io.sparkex.internal.protocol;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.ExplainMode;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanRequest.Explain;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;
import io.sparkex.storage.StorageLevel;

/**
 * Encodes questions about plans. Each is a request but for what all requests have.
 *
 * @since 0.1.0
 */
public final class AnalyzeEncoder {

	private AnalyzeEncoder() {
	}

	/**
	 * Asks for the version of Spark.
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder sparkVersion() {
		return AnalyzePlanRequest.newBuilder().setSparkVersion(AnalyzePlanRequest.SparkVersion.getDefaultInstance());
	}

	/**
	 * Asks for the schema of a plan.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder schema(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setSchema(AnalyzePlanRequest.Schema.newBuilder().setPlan(plan));
	}

	/**
	 * Asks for the text of a plan.
	 * @param plan the plan of a query
	 * @param mode how much of it
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder explain(Plan plan, ExplainMode mode) {
		return AnalyzePlanRequest.newBuilder()
			.setExplain(Explain.newBuilder().setPlan(plan).setExplainMode(explainMode(mode)));
	}

	/**
	 * Asks whether the driver can answer alone.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder isLocal(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setIsLocal(AnalyzePlanRequest.IsLocal.newBuilder().setPlan(plan));
	}

	/**
	 * Asks whether the plan reads a stream.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder isStreaming(Plan plan) {
		return AnalyzePlanRequest.newBuilder()
			.setIsStreaming(AnalyzePlanRequest.IsStreaming.newBuilder().setPlan(plan));
	}

	/**
	 * Asks for the files that the plan reads.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder inputFiles(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setInputFiles(AnalyzePlanRequest.InputFiles.newBuilder().setPlan(plan));
	}

	/**
	 * Asks whether two plans mean the same.
	 * @param target a plan of a query
	 * @param other the other one
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder sameSemantics(Plan target, Plan other) {
		return AnalyzePlanRequest.newBuilder()
			.setSameSemantics(AnalyzePlanRequest.SameSemantics.newBuilder().setTargetPlan(target).setOtherPlan(other));
	}

	/**
	 * Asks for a hash that plans of the same meaning share.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder semanticHash(Plan plan) {
		return AnalyzePlanRequest.newBuilder()
			.setSemanticHash(AnalyzePlanRequest.SemanticHash.newBuilder().setPlan(plan));
	}

	/**
	 * Asks to keep the rows of a relation once they are computed.
	 * @param relation the relation
	 * @param level where, or {@code null} for the server's default
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder persist(Relation relation, @Nullable StorageLevel level) {
		AnalyzePlanRequest.Persist.Builder persist = AnalyzePlanRequest.Persist.newBuilder().setRelation(relation);
		if (level != null) {
			persist.setStorageLevel(StorageLevels.encode(level));
		}
		return AnalyzePlanRequest.newBuilder().setPersist(persist);
	}

	/**
	 * Asks to forget the rows of a relation.
	 * @param relation the relation
	 * @param blocking whether to answer only when all are gone
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder unpersist(Relation relation, boolean blocking) {
		return AnalyzePlanRequest.newBuilder()
			.setUnpersist(AnalyzePlanRequest.Unpersist.newBuilder().setRelation(relation).setBlocking(blocking));
	}

	/**
	 * Asks where the rows of a relation are kept.
	 * @param relation the relation
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder storageLevel(Relation relation) {
		return AnalyzePlanRequest.newBuilder()
			.setGetStorageLevel(AnalyzePlanRequest.GetStorageLevel.newBuilder().setRelation(relation));
	}

	/**
	 * Asks for the types that a text in DDL describes.
	 * @param ddl the text
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder parseDdl(String ddl) {
		return AnalyzePlanRequest.newBuilder().setDdlParse(AnalyzePlanRequest.DDLParse.newBuilder().setDdlString(ddl));
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
