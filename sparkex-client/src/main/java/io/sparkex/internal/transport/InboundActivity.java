package io.sparkex.internal.transport;

import java.time.Duration;

import io.grpc.CallOptions;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;

/**
 * When something of a call has come from the server, be it only a part of a message. Over
 * a slow network a large one takes longer than silence is suffered.
 */
final class InboundActivity extends ClientStreamTracer.Factory {

	private volatile long last = System.nanoTime();

	/**
	 * Options of a call that is to be watched.
	 */
	CallOptions watch(CallOptions options) {
		return options.withStreamTracerFactory(this);
	}

	boolean hasBeatenWithin(Duration time) {
		return System.nanoTime() - this.last < time.toNanos();
	}

	private void beat() {
		this.last = System.nanoTime();
	}

	@Override
	public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
		return new ClientStreamTracer() {

			@Override
			public void inboundHeaders() {
				beat();
			}

			@Override
			public void inboundWireSize(long bytes) {
				beat();
			}

		};
	}

}
