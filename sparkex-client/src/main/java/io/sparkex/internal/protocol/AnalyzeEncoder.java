package io.sparkex.internal.protocol;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.ExplainMode;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanRequest.Explain;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;
import io.sparkex.storage.StorageLevel;

/**
 * Encoder of analyze requests. The session, user context and client type are added later.
 *
 * @since 0.1.0
 */
public final class AnalyzeEncoder {

	private AnalyzeEncoder() {
	}

	/**
	 * Creates a request for the Spark version.
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder sparkVersion() {
		return AnalyzePlanRequest.newBuilder().setSparkVersion(AnalyzePlanRequest.SparkVersion.getDefaultInstance());
	}

	/**
	 * Creates a request for the schema of a plan.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder schema(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setSchema(AnalyzePlanRequest.Schema.newBuilder().setPlan(plan));
	}

	/**
	 * Creates a request for the text of a plan.
	 * @param plan the plan of a query
	 * @param mode the level of detail
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder explain(Plan plan, ExplainMode mode) {
		return AnalyzePlanRequest.newBuilder()
			.setExplain(Explain.newBuilder().setPlan(plan).setExplainMode(explainMode(mode)));
	}

	/**
	 * Creates a request to check if the driver can compute a plan without executors.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder isLocal(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setIsLocal(AnalyzePlanRequest.IsLocal.newBuilder().setPlan(plan));
	}

	/**
	 * Creates a request to check if a plan reads a stream.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder isStreaming(Plan plan) {
		return AnalyzePlanRequest.newBuilder()
			.setIsStreaming(AnalyzePlanRequest.IsStreaming.newBuilder().setPlan(plan));
	}

	/**
	 * Creates a request for the files that a plan reads.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder inputFiles(Plan plan) {
		return AnalyzePlanRequest.newBuilder().setInputFiles(AnalyzePlanRequest.InputFiles.newBuilder().setPlan(plan));
	}

	/**
	 * Creates a request to check if two plans have the same semantics.
	 * @param target a plan of a query
	 * @param other another plan
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder sameSemantics(Plan target, Plan other) {
		return AnalyzePlanRequest.newBuilder()
			.setSameSemantics(AnalyzePlanRequest.SameSemantics.newBuilder().setTargetPlan(target).setOtherPlan(other));
	}

	/**
	 * Creates a request for the semantic hash of a plan.
	 * @param plan the plan of a query
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder semanticHash(Plan plan) {
		return AnalyzePlanRequest.newBuilder()
			.setSemanticHash(AnalyzePlanRequest.SemanticHash.newBuilder().setPlan(plan));
	}

	/**
	 * Creates a request to persist a relation when it is computed.
	 * @param relation the relation
	 * @param level the storage level, or {@code null} for the default of the server
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder persist(Relation relation, @Nullable StorageLevel level) {
		AnalyzePlanRequest.Persist.Builder persist = AnalyzePlanRequest.Persist.newBuilder().setRelation(relation);
		if (level != null) {
			persist.setStorageLevel(StorageLevelCodec.encode(level));
		}
		return AnalyzePlanRequest.newBuilder().setPersist(persist);
	}

	/**
	 * Creates a request to unpersist a relation.
	 * @param relation the relation
	 * @param blocking {@code true} to answer only when all blocks are removed
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder unpersist(Relation relation, boolean blocking) {
		return AnalyzePlanRequest.newBuilder()
			.setUnpersist(AnalyzePlanRequest.Unpersist.newBuilder().setRelation(relation).setBlocking(blocking));
	}

	/**
	 * Creates a request for the storage level of a relation.
	 * @param relation the relation
	 * @return the request
	 */
	public static AnalyzePlanRequest.Builder storageLevel(Relation relation) {
		return AnalyzePlanRequest.newBuilder()
			.setGetStorageLevel(AnalyzePlanRequest.GetStorageLevel.newBuilder().setRelation(relation));
	}

	/**
	 * Creates a request to parse a schema in DDL.
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
