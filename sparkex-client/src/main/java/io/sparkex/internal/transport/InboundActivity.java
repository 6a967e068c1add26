package io.sparkex.internal.transport;

import java.time.Duration;

import io.grpc.CallOptions;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;

/**
 * Record of when a call last received data from the server, including parts of a message:
 * over a slow network, a large message takes longer than the inactivity timeout.
 */
final class InboundActivity extends ClientStreamTracer.Factory {

	private volatile long last = System.nanoTime();

	/**
	 * Returns the options of a call whose activity is recorded.
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
