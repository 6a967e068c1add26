package io.sparkex.internal.transport;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;
import io.sparkex.internal.protocol.AnalyzeEncoder;

/**
 * The unary requests of a session: analysis, configuration and ping. Thread-safe.
 */
final class UnaryRequests {

	private static final Logger logger = LoggerFactory.getLogger(UnaryRequests.class);

	private final SessionCalls calls;

	private final CallTimeouts timeouts;

	/**
	 * Creates the requests.
	 * @param calls makes the calls
	 * @param timeouts the timeouts of the calls
	 */
	UnaryRequests(SessionCalls calls, CallTimeouts timeouts) {
		this.calls = calls;
		this.timeouts = timeouts;
	}

	/**
	 * Makes sure that the server-side id of a session is known. Only a request with that
	 * id is rejected by a restarted server; without it the server would run a command
	 * twice.
	 */
	SessionHandle identified(SessionHandle session) {
		if (session.serverSessionId() == null) {
			analyze(session, AnalyzeEncoder.sparkVersion());
		}
		return session;
	}

	/**
	 * Analyzes a plan.
	 */
	AnalyzePlanResponse analyze(SessionHandle session, AnalyzePlanRequest.Builder request) {
		return this.calls.unary(session, SparkConnectServiceGrpc.getAnalyzePlanMethod(),
				addressed(session, request).build(), this.timeouts.analysis(),
				AnalyzePlanResponse::getServerSideSessionId);
	}

	private static AnalyzePlanRequest.Builder addressed(SessionHandle session, AnalyzePlanRequest.Builder request) {
		request.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.clearClientObservedServerSideSessionId();
		session.sendObserved(request::setClientObservedServerSideSessionId);
		return request;
	}

	/**
	 * Returns the version of the server, without retries.
	 */
	String ping(SessionHandle session, Duration timeout) {
		AnalyzePlanRequest request = addressed(session, AnalyzeEncoder.sparkVersion()).build();
		AnalyzePlanResponse response = this.calls.once(session, SparkConnectServiceGrpc.getAnalyzePlanMethod(), request,
				timeout, AnalyzePlanResponse::getServerSideSessionId);
		return response.getSparkVersion().getVersion();
	}

	/**
	 * Reads or changes the configuration and logs the warnings of the server.
	 */
	ConfigResponse configure(SessionHandle session, ConfigRequest.Operation operation) {
		ConfigRequest.Builder request = ConfigRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperation(operation);
		session.sendObserved(request::setClientObservedServerSideSessionId);
		ConfigResponse response = this.calls.request(session, SparkConnectServiceGrpc.getConfigMethod(),
				request.build(), ConfigResponse::getServerSideSessionId);
		response.getWarningsList().forEach((warning) -> logger.warn("The server warns: {}", warning));
		return response;
	}

}
