package io.sparkex.internal.transport;

import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.ReattachExecuteRequest;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * Factory of the calls that deliver the responses of one operation.
 */
final class ExecuteCallFactory {

	private static final MethodDescriptor<ExecutePlanRequest, ExecutePlanResponse> EXECUTE = aliasing(
			SparkConnectServiceGrpc.getExecutePlanMethod());

	private static final MethodDescriptor<ReattachExecuteRequest, ExecutePlanResponse> REATTACH = aliasing(
			SparkConnectServiceGrpc.getReattachExecuteMethod());

	private final Connection connection;

	private final SessionHandle session;

	private final ExecutePlanRequest request;

	private final Supplier<CallOptions> options;

	/**
	 * Creates a factory for one operation.
	 * @param connection the connection
	 * @param session the session of the operation
	 * @param request the request to execute the plan
	 * @param options adds the options of new calls
	 */
	ExecuteCallFactory(Connection connection, SessionHandle session, ExecutePlanRequest request,
			Supplier<CallOptions> options) {
		this.connection = connection;
		this.session = session;
		this.request = request;
		this.options = options;
	}

	private static <Q> MethodDescriptor<Q, ExecutePlanResponse> aliasing(
			MethodDescriptor<Q, ExecutePlanResponse> method) {
		return method.toBuilder().setResponseMarshaller(new AliasingMarshaller(method.getResponseMarshaller())).build();
	}

	/**
	 * Creates a call that is not sent.
	 * @param subscription the subscription that receives the responses
	 * @param mode the attach mode
	 * @param lastResponseId the id of the last received response, or {@code null}
	 * @param immediateRetry whether the call follows a failure without a backoff
	 */
	ExecuteCall<?> create(ResponseSubscription subscription, AttachMode mode, @Nullable String lastResponseId,
			boolean immediateRetry) {
		return (mode == AttachMode.EXECUTE) ? create(subscription, mode, immediateRetry, EXECUTE, this.request)
				: create(subscription, mode, immediateRetry, REATTACH, reattachRequest(lastResponseId));
	}

	private <Q> ExecuteCall<Q> create(ResponseSubscription subscription, AttachMode mode, boolean immediateRetry,
			MethodDescriptor<Q, ExecutePlanResponse> method, Q message) {
		InboundActivity activity = new InboundActivity();
		return new ExecuteCall<>(subscription, this.connection.newCall(method, activity.watch(this.options.get())),
				message, activity, mode, immediateRetry, this.connection.liveness().generation(),
				this.connection.token());
	}

	private ReattachExecuteRequest reattachRequest(@Nullable String lastResponseId) {
		ReattachExecuteRequest.Builder reattach = ReattachExecuteRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.request.getUserContext())
			.setClientType(this.session.clientType())
			.setOperationId(this.request.getOperationId());
		this.session.sendObserved(reattach::setClientObservedServerSideSessionId);
		if (lastResponseId != null) {
			reattach.setLastResponseId(lastResponseId);
		}
		return reattach.build();
	}

}
