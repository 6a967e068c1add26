package io.sparkex.internal.transport;

import java.util.Set;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReattachOptions;
import io.sparkex.internal.proto.ResultChunkingOptions;

/**
 * Makes the requests that run plans, each as an operation of its own.
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
	 * The tags of an operation: its own and those of the session.
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
	 * Made with the first request: whoever makes them reads the descriptors of the
	 * protocol, which takes a while.
	 */
	private static final class Constants {

		/**
		 * Lets servers since 4.1 cut batches that do not fit into a message.
		 */
		static final ExecutePlanRequest.RequestOption CHUNKED_RESULTS = ExecutePlanRequest.RequestOption.newBuilder()
			.setResultChunkingOptions(ResultChunkingOptions.newBuilder().setAllowArrowBatchChunking(true))
			.build();

		/**
		 * Has the server keep responses until they have arrived.
		 */
		static final ExecutePlanRequest.RequestOption REATTACHABLE = ExecutePlanRequest.RequestOption.newBuilder()
			.setReattachOptions(ReattachOptions.newBuilder().setReattachable(true))
			.build();

	}

}
