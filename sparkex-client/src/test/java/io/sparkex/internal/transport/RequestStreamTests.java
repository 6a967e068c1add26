package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RequestStream} with a call whose readiness the test controls.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestStreamTests {

	private final Call call = new Call();

	private RequestStream<String, String> stream(Duration stallTimeout) {
		return new RequestStream<>(this.call, (status, trailers) -> status.asRuntimeException(trailers), stallTimeout)
			.start();
	}

	@Test
	void doesNotSendBeforeServerIsReady() throws Exception {
		RequestStream<String, String> stream = stream(Duration.ofSeconds(20));
		CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> stream.send("a"));
		FakeServer.await(this.call.readinessChecked);
		assertThat(this.call.sent).isEmpty();
		this.call.ready = true;
		this.call.listener.onReady();
		sender.get(10, TimeUnit.SECONDS);
		assertThat(this.call.sent).containsExactly("a");
	}

	@Test
	void failsIfServerDoesNotReadRequests() {
		try (RequestStream<String, String> stream = stream(Duration.ofMillis(20))) {
			assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(() -> stream.send("a"))
				.withMessageContaining("PT0.02S");
		}
		assertThat(this.call.sent).isEmpty();
		assertThat(this.call.cancelled).isTrue();
	}

	@Test
	void returnsResponseAfterCallEnds() {
		this.call.ready = true;
		RequestStream<String, String> stream = stream(Duration.ofSeconds(20));
		stream.send("a");
		this.call.onHalfClose = () -> {
			this.call.listener.onMessage("b");
			this.call.listener.onClose(Status.OK, new Metadata());
		};
		assertThat(finish(stream)).isEqualTo("b");
	}

	private static String finish(RequestStream<String, String> stream) {
		return stream.finish(Duration.ofSeconds(20).toNanos(), (ifDead) -> {
		});
	}

	@Test
	void failsIfConnectionDiesBeforeResponse() {
		RequestStream<String, String> stream = stream(Duration.ofSeconds(20));
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(() -> stream.finish(1, Runnable::run))
			.withMessageContaining("does not respond");
		assertThat(this.call.cancelled).isTrue();
	}

	@Test
	void failsWithoutResponse() {
		RequestStream<String, String> stream = stream(Duration.ofSeconds(20));
		this.call.onHalfClose = () -> this.call.listener.onClose(Status.OK, new Metadata());
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> finish(stream));
	}

	@Test
	void failsIfCallEndsBeforeLastRequest() {
		RequestStream<String, String> stream = stream(Duration.ofSeconds(20));
		this.call.listener.onClose(Status.OK, new Metadata());
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> stream.send("a"));
		assertThat(this.call.sent).isEmpty();
	}

	private static final class Call extends ClientCall<String, String> {

		private final List<String> sent = new CopyOnWriteArrayList<>();

		private final CountDownLatch readinessChecked = new CountDownLatch(1);

		private volatile boolean ready;

		private volatile boolean cancelled;

		private Runnable onHalfClose = () -> {
		};

		private Listener<String> listener = new Listener<>() {
		};

		@Override
		public void start(Listener<String> responseListener, Metadata headers) {
			this.listener = responseListener;
		}

		@Override
		public void request(int numMessages) {
		}

		@Override
		public boolean isReady() {
			this.readinessChecked.countDown();
			return this.ready;
		}

		@Override
		public void sendMessage(String message) {
			this.sent.add(message);
		}

		@Override
		public void halfClose() {
			this.onHalfClose.run();
		}

		@Override
		public void cancel(@Nullable String message, @Nullable Throwable cause) {
			this.cancelled = true;
		}

	}

}
