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
 * Makes the calls that bring the responses of one operation.
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
	 * Makes the calls of an operation.
	 * @param connection the way to the server
	 * @param session the session of the operation
	 * @param request asks for it
	 * @param options what a call is to heed that begins now
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
	 * A call that has yet to be sent.
	 * @param attachment what it is to bring its responses to
	 * @param way what it asks for
	 * @param lastResponseId the last response that has arrived, if any has
	 * @param hasty whether it follows a failure without a wait between
	 */
	ExecuteCall<?> create(ResponseSubscription attachment, AttachMode way, @Nullable String lastResponseId,
			boolean hasty) {
		return (way == AttachMode.EXECUTE) ? create(attachment, way, hasty, EXECUTE, this.request)
				: create(attachment, way, hasty, REATTACH, reattachRequest(lastResponseId));
	}

	private <Q> ExecuteCall<Q> create(ResponseSubscription attachment, AttachMode way, boolean hasty,
			MethodDescriptor<Q, ExecutePlanResponse> method, Q message) {
		InboundActivity pulse = new InboundActivity();
		return new ExecuteCall<>(attachment, this.connection.newCall(method, pulse.watch(this.options.get())), message,
				pulse, way, hasty, this.connection.liveness().generation(), this.connection.token());
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
