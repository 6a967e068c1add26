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
 * What is asked of a server in a session without running anything. Thread-safe.
 */
final class UnaryRequests {

	private static final Logger logger = LoggerFactory.getLogger(UnaryRequests.class);

	private final SessionCalls calls;

	private final CallTimeouts timeouts;

	/**
	 * Questions that are asked by calls.
	 * @param calls makes the calls
	 * @param timeouts how long they may take
	 */
	UnaryRequests(SessionCalls calls, CallTimeouts timeouts) {
		this.calls = calls;
		this.timeouts = timeouts;
	}

	/**
	 * Makes sure that a session has answered. Only a server that is told in which of its
	 * sessions a plan belongs refuses to run it a second time after a restart.
	 */
	SessionHandle known(SessionHandle session) {
		if (session.serverSessionId() == null) {
			analyze(session, AnalyzeEncoder.sparkVersion());
		}
		return session;
	}

	/**
	 * Asks a question about a plan.
	 */
	AnalyzePlanResponse analyze(SessionHandle session, AnalyzePlanRequest.Builder question) {
		return this.calls.unary(session, SparkConnectServiceGrpc.getAnalyzePlanMethod(),
				addressed(session, question).build(), this.timeouts.analysis(),
				AnalyzePlanResponse::getServerSideSessionId);
	}

	private static AnalyzePlanRequest.Builder addressed(SessionHandle session, AnalyzePlanRequest.Builder question) {
		question.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.clearClientObservedServerSideSessionId();
		session.sendObserved(question::setClientObservedServerSideSessionId);
		return question;
	}

	/**
	 * Asks for the version of the server, once only.
	 */
	String ping(SessionHandle session, Duration timeout) {
		AnalyzePlanRequest question = addressed(session, AnalyzeEncoder.sparkVersion()).build();
		AnalyzePlanResponse answer = this.calls.once(session, SparkConnectServiceGrpc.getAnalyzePlanMethod(), question,
				timeout, AnalyzePlanResponse::getServerSideSessionId);
		return answer.getSparkVersion().getVersion();
	}

	/**
	 * Reads or changes the configuration. What the server warns of is logged.
	 */
	ConfigResponse configure(SessionHandle session, ConfigRequest.Operation operation) {
		ConfigRequest.Builder request = ConfigRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperation(operation);
		session.sendObserved(request::setClientObservedServerSideSessionId);
		ConfigResponse answer = this.calls.request(session, SparkConnectServiceGrpc.getConfigMethod(), request.build(),
				ConfigResponse::getServerSideSessionId);
		answer.getWarningsList().forEach((warning) -> logger.warn("The server warns: {}", warning));
		return answer;
	}

}
