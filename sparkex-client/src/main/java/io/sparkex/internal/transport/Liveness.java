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
 * Finds out whether a connection on which nothing arrives is dead. It asks for gRPC's
 * standard health, and takes any answer for a sign of life, be it that there is no such
 * service. Pings of HTTP/2 would do as well, but servers refuse them more often than
 * every five minutes.
 * <p>
 * Connections are counted: a call that began on one that was given up meanwhile is lost,
 * whatever its successor answers. Thread-safe.
 */
final class Liveness {

	private static final Logger logger = LoggerFactory.getLogger(Liveness.class);

	/**
	 * How a call fails whose connection died without a word.
	 */
	static final Status DEAD = Status.UNAVAILABLE.withDescription("the server gives no sign of life");

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
	 * Who waits for the outcome of the check that is under way.
	 */
	private final List<Runnable> suspects = new ArrayList<>();

	private volatile int generation;

	/**
	 * A watch over one channel.
	 * @param channel the channel
	 * @param calls the channel with what is added to each call
	 * @param timeout how long an answer may take
	 */
	Liveness(ManagedChannel channel, Channel calls, Duration timeout) {
		this.channel = channel;
		this.calls = calls;
		this.timeout = timeout;
	}

	/**
	 * Counts the connections that were given up; to be read when a call begins.
	 */
	int generation() {
		return this.generation;
	}

	/**
	 * Has the connection of a call checked on which nothing arrives. Returns at once.
	 * @param born the generation when the call began
	 * @param ifDead what to do if the connection is dead
	 */
	void suspect(int born, Runnable ifDead) {
		boolean outlived;
		boolean first = false;
		this.lock.lock();
		try {
			outlived = born != this.generation;
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
			// An interceptor has thrown, which says nothing of the connection.
			logger.debug("The server cannot be asked for a sign of life", ex);
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
			logger.debug("The server gave no sign of life within {}; its connection is given up", this.timeout);
			// Before the count goes up: a call must not be counted with the connections
			// to come and still begin on this one.
			this.channel.enterIdle();
		}
		this.lock.lock();
		try {
			waiting = List.copyOf(this.suspects);
			this.suspects.clear();
			if (dead) {
				this.generation++;
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
	 * Messages without content; what an answer says does not matter.
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
