package io.sparkex.internal.query;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.ExplainMode;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.internal.protocol.StorageLevelCodec;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.StructType;

/**
 * The analyze requests for one plan. Each method sends one request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class QueryAnalysis {

	private final QueryRunner runner;

	private final Relation relation;

	QueryAnalysis(QueryRunner runner, Relation relation) {
		this.runner = runner;
		this.relation = relation;
	}

	/**
	 * Returns the schema of the result.
	 * @return the schema
	 */
	public StructType schema() {
		return DataTypeCodec.decodeSchema(analyze(AnalyzeEncoder::schema).getSchema().getSchema());
	}

	/**
	 * Returns whether the driver can run the plan without executors.
	 * @return {@code true} if it can
	 */
	public boolean isLocal() {
		return analyze(AnalyzeEncoder::isLocal).getIsLocal().getIsLocal();
	}

	/**
	 * Returns whether the plan reads a streaming source.
	 * @return {@code true} if it does
	 */
	public boolean isStreaming() {
		return analyze(AnalyzeEncoder::isStreaming).getIsStreaming().getIsStreaming();
	}

	/**
	 * Returns the files that the plan reads.
	 * @return the URIs, in no particular order
	 */
	public List<String> inputFiles() {
		return analyze(AnalyzeEncoder::inputFiles).getInputFiles().getFilesList();
	}

	/**
	 * Returns whether another plan returns the same rows.
	 * @param other the other plan
	 * @return {@code true} if Spark can prove it
	 */
	public boolean sameSemantics(Relation other) {
		Plan otherPlan = this.runner.plan(other);
		return analyze((plan) -> AnalyzeEncoder.sameSemantics(plan, otherPlan)).getSameSemantics().getResult();
	}

	/**
	 * Returns a hash that is the same for plans of the same semantics.
	 * @return the hash
	 */
	public int semanticHash() {
		return analyze(AnalyzeEncoder::semanticHash).getSemanticHash().getResult();
	}

	/**
	 * Returns the plan as text.
	 * @param mode the level of detail
	 * @return the text
	 */
	public String explain(ExplainMode mode) {
		return analyze((plan) -> AnalyzeEncoder.explain(plan, mode)).getExplain().getExplainString();
	}

	/**
	 * Returns the storage level of the cached result.
	 * @return the level, {@link StorageLevel#NONE} if the result is not cached
	 */
	public StorageLevel storageLevel() {
		return StorageLevelCodec
			.decode(this.runner.analyze(AnalyzeEncoder.storageLevel(encoded())).getGetStorageLevel().getStorageLevel());
	}

	/**
	 * Caches the result when it is first computed.
	 * @param level the storage level, or {@code null} for the default of the server
	 */
	public void persist(@Nullable StorageLevel level) {
		this.runner.analyze(AnalyzeEncoder.persist(encoded(), level));
	}

	/**
	 * Removes the result from the cache.
	 * @param blocking whether to wait until all blocks are deleted
	 */
	public void unpersist(boolean blocking) {
		this.runner.analyze(AnalyzeEncoder.unpersist(encoded(), blocking));
	}

	private AnalyzePlanResponse analyze(Function<Plan, AnalyzePlanRequest.Builder> request) {
		return this.runner.analyze(this.relation, request);
	}

	/**
	 * Returns the relation alone, for the requests that take no plan.
	 */
	private io.sparkex.internal.proto.Relation encoded() {
		return this.runner.plan(this.relation).getRoot();
	}

}
