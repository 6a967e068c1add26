package io.sparkex.internal.transport;

import java.util.Set;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReattachOptions;
import io.sparkex.internal.proto.ResultChunkingOptions;

/**
 * Factory of the requests to execute plans, each as a new operation.
 */
final class ExecuteRequests {

	private final SessionTags tags;

	ExecuteRequests(SessionTags tags) {
		this.tags = tags;
	}

	static boolean isReattachable(ExecutePlanRequest request) {
		return request.getRequestOptionsList().stream().anyMatch(ExecutePlanRequest.RequestOption::hasReattachOptions);
	}

	/**
	 * Returns the tags of an operation, including those of the session.
	 */
	Set<String> tags(ExecutionOptions options) {
		Set<String> allTags = this.tags.get();
		allTags.addAll(options.tags());
		return allTags;
	}

	ExecutePlanRequest execute(SessionHandle session, Plan plan, OutgoingExecution execution, boolean reattachable) {
		ExecutePlanRequest.Builder request = ExecutePlanRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperationId(execution.operationId())
			.addAllTags(execution.tags())
			.addRequestOptions(Constants.CHUNKED_RESULTS)
			.setPlan(plan);
		if (reattachable) {
			request.addRequestOptions(Constants.REATTACHABLE);
		}
		session.sendObserved(request::setClientObservedServerSideSessionId);
		return request.build();
	}

	/**
	 * Holder that is initialized with the first request, since that loads the descriptors
	 * of the protocol, which takes a while.
	 */
	private static final class Constants {

		/**
		 * Option that lets servers since 4.1 split batches that do not fit into a
		 * message.
		 */
		static final ExecutePlanRequest.RequestOption CHUNKED_RESULTS = ExecutePlanRequest.RequestOption.newBuilder()
			.setResultChunkingOptions(ResultChunkingOptions.newBuilder().setAllowArrowBatchChunking(true))
			.build();

		/**
		 * Option that lets the server retain responses until they have arrived.
		 */
		static final ExecutePlanRequest.RequestOption REATTACHABLE = ExecutePlanRequest.RequestOption.newBuilder()
			.setReattachOptions(ReattachOptions.newBuilder().setReattachable(true))
			.build();

	}

}
