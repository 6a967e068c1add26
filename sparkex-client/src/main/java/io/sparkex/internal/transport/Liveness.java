package io.sparkex.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Check whether a connection without inbound activity is dead. The check calls gRPC's
 * standard health service and accepts any response as a sign of life, including that
 * there is no such service. HTTP/2 pings would work as well, but servers reject pings
 * that are more frequent than every five minutes.
 * <p>
 * Connections are counted: a call that started on an abandoned connection is lost,
 * regardless of the responses on the next connection. Thread-safe.
 */
final class Liveness {

	private static final Logger logger = LoggerFactory.getLogger(Liveness.class);

	/**
	 * The status of a call whose connection died silently.
	 */
	static final Status DEAD = Status.UNAVAILABLE.withDescription("the server does not respond");

	private static final MethodDescriptor<byte[], byte[]> CHECK = MethodDescriptor
		.newBuilder(new EmptyMarshaller(), new EmptyMarshaller())
		.setType(MethodDescriptor.MethodType.UNARY)
		.setFullMethodName("grpc.health.v1.Health/Check")
		.build();

	private final ManagedChannel channel;

	private final Channel calls;

	private final Duration timeout;

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * The actions to run if the current check fails.
	 */
	private final List<Runnable> suspects = new ArrayList<>();

	private volatile int generation;

	/**
	 * Creates a check for one channel.
	 * @param channel the channel
	 * @param calls the channel with the interceptors of calls
	 * @param timeout the maximum time for a response
	 */
	Liveness(ManagedChannel channel, Channel calls, Duration timeout) {
		this.channel = channel;
		this.calls = calls;
		this.timeout = timeout;
	}

	/**
	 * Returns the number of abandoned connections, to be read when a call starts.
	 */
	int generation() {
		return this.generation;
	}

	/**
	 * Starts a check of the connection of a call without inbound activity. Does not
	 * block.
	 * @param startGeneration the generation when the call started
	 * @param ifDead the action to run if the connection is dead
	 */
	void suspect(int startGeneration, Runnable ifDead) {
		boolean outlived;
		boolean first = false;
		this.lock.lock();
		try {
			outlived = startGeneration != this.generation;
			if (!outlived) {
				first = this.suspects.isEmpty();
				this.suspects.add(ifDead);
			}
		}
		finally {
			this.lock.unlock();
		}
		if (outlived) {
			ifDead.run();
		}
		else if (first) {
			begin();
		}
	}

	private void begin() {
		try {
			check();
		}
		catch (RuntimeException ex) {
			// An interceptor has failed, which does not say anything about the
			// connection.
			logger.debug("The liveness check cannot be sent", ex);
			conclude(false);
		}
	}

	private void check() {
		CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		ClientCall<byte[], byte[]> call = this.calls.newCall(CHECK, options);
		call.start(new ClientCall.Listener<>() {

			@Override
			public void onClose(Status status, Metadata trailers) {
				boolean dead = status.getCode() == Status.Code.DEADLINE_EXCEEDED
						|| status.getCode() == Status.Code.UNAVAILABLE;
				conclude(dead);
			}

		}, new Metadata());
		call.request(1);
		call.sendMessage(new byte[0]);
		call.halfClose();
	}

	private void conclude(boolean dead) {
		List<Runnable> waiting;
		if (dead) {
			logger.debug("The server did not respond within {}; its connection is abandoned", this.timeout);
			// Before the count is incremented: a call must not be counted for the next
			// connection and still start on this one.
			this.channel.enterIdle();
		}
		this.lock.lock();
		try {
			waiting = List.copyOf(this.suspects);
			this.suspects.clear();
			if (dead) {
				int next = this.generation + 1;
				this.generation = next;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (dead) {
			waiting.forEach(Runnable::run);
		}
	}

	/**
	 * A marshaller of empty messages; the content of a response does not matter.
	 */
	private static final class EmptyMarshaller implements MethodDescriptor.Marshaller<byte[]> {

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			return new byte[0];
		}

	}

}
