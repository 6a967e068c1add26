package io.sparkex.samples.secured.gateway;

import java.io.IOException;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Call that is forwarded in both directions with backpressure: the next message is
 * requested from one side only if the other side is ready.
 */
final class ForwardedCall {

	private static final Logger logger = LoggerFactory.getLogger(ForwardedCall.class);

	private final ServerCall<byte[], byte[]> caller;

	private final ClientCall<byte[], byte[]> callee;

	/**
	 * {@code true} if the receiving side was not ready, so that the next message was not
	 * requested.
	 */
	private boolean requestHeld;

	private boolean responseHeld;

	private ForwardedCall(ServerCall<byte[], byte[]> caller, ClientCall<byte[], byte[]> callee) {
		this.caller = caller;
		this.callee = callee;
	}

	static ServerCall.Listener<byte[]> start(ServerCall<byte[], byte[]> caller, ClientCall<byte[], byte[]> callee,
			Metadata headers) {
		ForwardedCall call = new ForwardedCall(caller, callee);
		callee.start(call.new Responses(), headers);
		caller.request(1);
		callee.request(1);
		return call.new Requests();
	}

	/**
	 * Logs the user of a request. A real gateway would authorize the request here.
	 */
	private void log(byte[] request) {
		MethodDescriptor<?, ?> method = this.caller.getMethodDescriptor();
		if ("ExecutePlan".equals(method.getBareMethodName())) {
			try {
				logger.info("ExecutePlan for {}", RequestUser.of(request));
			}
			catch (IOException ex) {
				logger.warn("ExecutePlan with an unknown format", ex);
			}
		}
	}

	private synchronized void afterRequest() {
		this.requestHeld = !this.callee.isReady();
		if (!this.requestHeld) {
			this.caller.request(1);
		}
	}

	private synchronized void calleeIsReady() {
		if (this.requestHeld) {
			this.requestHeld = false;
			this.caller.request(1);
		}
	}

	private synchronized void respond(byte[] message) {
		this.caller.sendMessage(message);
		this.responseHeld = !this.caller.isReady();
		if (!this.responseHeld) {
			this.callee.request(1);
		}
	}

	private synchronized void callerIsReady() {
		if (this.responseHeld) {
			this.responseHeld = false;
			this.callee.request(1);
		}
	}

	/**
	 * Listener for messages of the caller.
	 */
	private final class Requests extends ServerCall.Listener<byte[]> {

		@Override
		public void onMessage(byte[] message) {
			log(message);
			ForwardedCall.this.callee.sendMessage(message);
			afterRequest();
		}

		@Override
		public void onHalfClose() {
			ForwardedCall.this.callee.halfClose();
		}

		@Override
		public void onCancel() {
			ForwardedCall.this.callee.cancel("The caller cancelled the call", null);
		}

		@Override
		public void onReady() {
			callerIsReady();
		}

	}

	/**
	 * Listener for messages of Spark.
	 */
	private final class Responses extends ClientCall.Listener<byte[]> {

		@Override
		public void onHeaders(Metadata headers) {
			synchronized (ForwardedCall.this) {
				ForwardedCall.this.caller.sendHeaders(headers);
			}
		}

		@Override
		public void onMessage(byte[] message) {
			respond(message);
		}

		@Override
		public void onClose(Status status, Metadata trailers) {
			synchronized (ForwardedCall.this) {
				ForwardedCall.this.caller.close(status, trailers);
			}
		}

		@Override
		public void onReady() {
			calleeIsReady();
		}

	}

}
