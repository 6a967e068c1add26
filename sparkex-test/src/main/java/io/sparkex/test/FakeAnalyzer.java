package io.sparkex.test;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.types.StructType;

/**
 * Handler of requests to analyze plans on a fake server, from stubbed responses.
 */
final class FakeAnalyzer {

	/**
	 * Version that supports all features of this client.
	 */
	static final String VERSION = "4.2.0";

	private FakeAnalyzer() {
	}

	static void analyze(FakeSession session, AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
		AnalyzePlanResponse.Builder response = AnalyzePlanResponse.newBuilder()
			.setSessionId(request.getSessionId())
			.setServerSideSessionId(session.serverSideId());
		switch (request.getAnalyzeCase()) {
			case SPARK_VERSION -> response.getSparkVersionBuilder().setVersion(VERSION);
			case DDL_PARSE -> response.getDdlParseBuilder()
				.setParsed(DataTypeCodec.encode(DdlParser.parse(request.getDdlParse().getDdlString())));
			case SCHEMA -> response.getSchemaBuilder()
				.setSchema(DataTypeCodec.encode(schema(session, request.getSchema().getPlan().getRoot())));
			case TREE_STRING -> response.getTreeStringBuilder()
				.setTreeString(schema(session, request.getTreeString().getPlan().getRoot()).treeString());
			case EXPLAIN -> response.getExplainBuilder()
				.setExplainString(ProtoPlanPrinter.print(request.getExplain().getPlan().getRoot()));
			case IS_LOCAL -> response.getIsLocalBuilder().setIsLocal(false);
			case IS_STREAMING -> response.getIsStreamingBuilder().setIsStreaming(false);
			case INPUT_FILES -> response.getInputFilesBuilder();
			case SAME_SEMANTICS -> response.getSameSemanticsBuilder()
				.setResult(
						request.getSameSemantics().getTargetPlan().equals(request.getSameSemantics().getOtherPlan()));
			case SEMANTIC_HASH ->
				response.getSemanticHashBuilder().setResult(request.getSemanticHash().getPlan().hashCode());
			case PERSIST -> response.getPersistBuilder();
			case UNPERSIST -> response.getUnpersistBuilder();
			case GET_STORAGE_LEVEL -> response.getGetStorageLevelBuilder().getStorageLevelBuilder();
			default ->
				throw Status.UNIMPLEMENTED.withDescription("FakeSpark does not support " + request.getAnalyzeCase())
					.asRuntimeException();
		}
		observer.onNext(response.build());
		observer.onCompleted();
	}

	private static StructType schema(FakeSession session, Relation relation) {
		StubbedResponse response = session.respond(relation);
		if (response instanceof StubbedResponse.Rows rows) {
			return rows.schema();
		}
		if (response instanceof StubbedResponse.Failure failure) {
			throw FakeErrors.of(failure);
		}
		if (response instanceof StubbedResponse.Stall) {
			throw Status.FAILED_PRECONDITION
				.withDescription("The schema of this query is unknown: it is stubbed with thenStall()")
				.asRuntimeException();
		}
		throw FakeExecutor.notStubbed(relation);
	}

}
