package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.protocol.ConfigEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for lost sessions and for rebuilding them.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionRebuildTests {

	private final FakeServer server = new FakeServer();

	private final SessionLosingServer sessions = new SessionLosingServer(this.server);

	private final List<SparkConnectClient> clients = new ArrayList<>();

	private final SessionEvents events = new SessionEvents();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private SparkConnectClient client(UnaryOperator<ClientOptions> customizer) {
		SparkConnectClient client = this.server.client(
				"sc://localhost", (
						options) -> customizer
							.apply(options.withRebuildLostSession(true)
								.withRetryPolicy(RetryPolicy.defaults()
									.withBackoff(Duration.ofMillis(1), 1, Duration.ofMillis(1))))
							.withSessionListener(this.events));
		this.clients.add(client);
		return client;
	}

	private SparkConnectClient client() {
		return client(UnaryOperator.identity());
	}

	private static void requestVersion(SparkConnectClient client) {
		client.analyze(AnalyzeEncoder.sparkVersion());
	}

	private String lose(SparkConnectClient client) {
		String lost = client.sessionId();
		this.sessions.lose(lost);
		return lost;
	}

	private static int read(ResponseStream responses) {
		int count = 0;
		while (responses.next() != null) {
			count++;
		}
		return count;
	}

	private static ResponseStream query(SparkConnectClient client) {
		return client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	private static ResponseStream command(SparkConnectClient client) {
		return client.command(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "INVALID_HANDLE.SESSION_CHANGED", "INVALID_HANDLE.SESSION_CLOSED",
			"INVALID_HANDLE.SESSION_NOT_FOUND" })
	void doesNotRebuildByDefault(String errorClass) {
		this.sessions.errorClass = errorClass;
		SparkConnectClient client = client((options) -> options.withRebuildLostSession(false));
		requestVersion(client);
		String lost = lose(client);
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> requestVersion(client))
				.withMessageContaining(errorClass);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> read(query(client)));
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> read(command(client)));
		}
		assertThat(client.sessionId()).isEqualTo(lost);
		assertThat(this.events.recorded()).containsExactly("lost " + lost);
	}

	@Test
	void rebuildsConfigurationThenArtifactsThenSetups() {
		SparkConnectClient client = client((options) -> {
			Map<String, String> initial = new LinkedHashMap<>();
			initial.put("a", "1");
			initial.put("b", "2");
			return options.withConfiguration(initial)
				.withSetup(SessionRebuildTests::requestVersion)
				.withSetup((inside) -> read(query(inside)));
		});
		client.config(ConfigEncoder.set(Map.of("c", "3")));
		client.config(ConfigEncoder.unset("a"));
		client.config(ConfigEncoder.set(Map.of("c", "4")));
		client.config(ConfigEncoder.unset("d"));
		client.artifacts().upload(List.of(Artifact.of("files/x", new byte[] { 1 })));
		String lost = lose(client);
		requestVersion(client);
		assertThat(client.sessionId()).isNotEqualTo(lost);
		assertThat(this.sessions.requestsOf(client.sessionId())).containsExactly("set b=2 c=4", "unset a", "unset d",
				"artifacts", "analyze", "execute", "analyze");
		assertThat(this.sessions.requestsOf(lost)).startsWith("set a=1 b=2", "analyze", "execute", "set c=3");
		assertThat(this.events.recorded()).containsExactly("lost " + lost,
				"rebuilt " + lost + " " + client.sessionId());
		client.close();
		client.close();
		assertThat(this.events.recorded()).hasSize(3).last().isEqualTo("closed " + client.sessionId());
	}

	@Test
	void rebuildsIfAnotherSessionResponds() {
		SparkConnectClient client = client();
		requestVersion(client);
		String lost = client.sessionId();
		this.server.serverSessionId = "server-2";
		requestVersion(client);
		assertThat(client.sessionId()).isNotEqualTo(lost);
	}

	@Test
	void rebuildsSessionLostBeforeSetup() {
		SparkConnectClient client = client((options) -> options.withConfiguration(Map.of("a", "1")));
		client.ping(Duration.ofSeconds(10));
		String lost = lose(client);
		requestVersion(client);
		assertThat(client.sessionId()).isNotEqualTo(lost);
		assertThat(this.sessions.requestsOf(client.sessionId())).containsExactly("set a=1", "analyze");
		assertThat(this.events.recorded()).hasSize(2);
	}

	@Test
	void rebuildsForEachKindOfRequest() {
		SparkConnectClient client = client();
		requestVersion(client);
		lose(client);
		String lost = client.sessionId();
		assertThat(client.ping(Duration.ofSeconds(10))).as("answered for another session").isEqualTo("4.1.2");
		assertThat(client.sessionId()).isEqualTo(lost);
		requestVersion(client);
		assertThat(client.sessionId()).isNotEqualTo(lost);
		lose(client);
		client.config(ConfigEncoder.set(Map.of("a", "1")));
		lose(client);
		client.artifacts().upload(List.of(Artifact.of("files/x", new byte[] { 1 })));
		assertThat(this.sessions.requestsOf(client.sessionId())).containsExactly("set a=1", "artifacts");
		lose(client);
		assertThat(read(query(client))).isEqualTo(1);
		assertThat(this.sessions.requestsOf(client.sessionId())).containsExactly("set a=1", "artifacts", "execute");
		assertThat(this.events.recorded()).hasSize(8);
	}

	@Test
	void rebuildsOnceForConcurrentCallers() throws Exception {
		int callers = 16;
		SparkConnectClient client = client((options) -> options.withConfiguration(Map.of("a", "1")));
		requestVersion(client);
		String lost = lose(client);
		CyclicBarrier barrier = new CyclicBarrier(callers);
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < callers; i++) {
				boolean asks = i % 2 == 0;
				calls.add(threads.submit(() -> {
					barrier.await(10, TimeUnit.SECONDS);
					return asks ? client.analyze(AnalyzeEncoder.sparkVersion()) : read(query(client));
				}));
			}
			for (Future<?> call : calls) {
				call.get(10, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.sessions.sessions()).containsExactlyInAnyOrder(lost, client.sessionId());
		assertThat(this.sessions.requestsOf(client.sessionId()).stream().filter("set a=1"::equals)).hasSize(1);
		assertThat(this.events.recorded()).hasSize(2);
	}

	@Test
	void doesNotRebuildIfStateWouldBeLost() {
		SparkConnectClient client = client();
		requestVersion(client);
		client.recordState("the temporary view 'a'");
		client.recordState("the temporary view 'b'");
		client.clearState("the temporary view 'a'");
		client.recordState("the function 'f'");
		String lost = lose(client);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> requestVersion(client))
				.withMessageContaining(lost)
				.withMessageContaining("the temporary view 'b', the function 'f'.")
				.withCauseInstanceOf(SessionLostException.class);
		}
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> read(query(client)));
		assertThat(this.events.recorded()).containsExactly("lost " + lost, "failed " + lost, "failed " + lost,
				"failed " + lost);
		client.clearState("the temporary view 'b'");
		client.clearState("the function 'f'");
		requestVersion(client);
		assertThat(client.sessionId()).isNotEqualTo(lost);
	}

	@Test
	void retriesFailedSetupWithNextCall() {
		AtomicInteger setups = new AtomicInteger();
		SparkConnectClient client = client((options) -> options.withSetup((inside) -> {
			if (setups.incrementAndGet() == 2) {
				throw new IllegalStateException("no views today");
			}
		}));
		requestVersion(client);
		String lost = lose(client);
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> requestVersion(client))
			.withMessageContaining("could not be rebuilt: no views today")
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(client.sessionId()).isEqualTo(lost);
		requestVersion(client);
		assertThat(setups).hasValue(3);
		assertThat(this.events.recorded()).containsExactly("lost " + lost, "failed " + lost,
				"rebuilt " + lost + " " + client.sessionId());
	}

	@Test
	void doesNotRebuildForClosedClient() throws Exception {
		CountDownLatch rebuilding = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		AtomicInteger setups = new AtomicInteger();
		SparkConnectClient client = client((options) -> options.withSetup((inside) -> {
			if (setups.incrementAndGet() == 2) {
				rebuilding.countDown();
				FakeServer.await(closed);
				requestVersion(inside);
			}
		}));
		requestVersion(client);
		String lost = lose(client);
		ExecutorService threads = Executors.newSingleThreadExecutor();
		try {
			Future<?> caller = threads.submit(() -> requestVersion(client));
			FakeServer.await(rebuilding);
			client.close();
			closed.countDown();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
				.satisfies((ex) -> assertThat(ex.getCause()).isInstanceOfAny(SparkException.class,
						IllegalStateException.class));
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(client.sessionId()).isEqualTo(lost);
		assertThat(this.server.channels).hasValue(1);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> requestVersion(client))
			.withMessageContaining("closed");
	}

	@Test
	void rebuildsDespiteListenerExceptions() {
		SparkConnectClient client = client((options) -> options.withSessionListener(new Thrower()));
		requestVersion(client);
		client.recordState("the function 'f'");
		String lost = lose(client);
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> requestVersion(client));
		client.clearState("the function 'f'");
		requestVersion(client);
		assertThat(this.events.recorded()).containsExactly("lost " + lost, "failed " + lost,
				"rebuilt " + lost + " " + client.sessionId());
	}

	@Test
	void rebuildsClonedSession() {
		SparkConnectClient parent = client((options) -> options.withConfiguration(Map.of("a", "1")));
		parent.config(ConfigEncoder.set(Map.of("b", "2")));
		SparkConnectClient clone = parent.cloneSession();
		this.clients.add(clone);
		parent.config(ConfigEncoder.set(Map.of("c", "3")));
		clone.config(ConfigEncoder.set(Map.of("d", "4")));
		assertThat(this.sessions.requestsOf(clone.sessionId())).containsExactly("set d=4");
		lose(clone);
		requestVersion(clone);
		assertThat(this.sessions.requestsOf(clone.sessionId())).containsExactly("set a=1 b=2 d=4", "analyze");
		lose(parent);
		requestVersion(parent);
		assertThat(this.sessions.requestsOf(parent.sessionId())).containsExactly("set a=1 b=2 c=3", "analyze");
	}

	@Test
	void doesNotRebuildCloneThatWouldLoseState() {
		SparkConnectClient parent = client();
		parent.recordState("the function 'f'");
		SparkConnectClient clone = parent.cloneSession();
		this.clients.add(clone);
		assertThat(this.server.clones.get(0).getNewSessionId()).isEqualTo(clone.sessionId());
		lose(clone);
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> requestVersion(clone))
			.withMessageContaining("the function 'f'");
	}

	@Test
	void rebuildsNewSessionWithInitialConfigurationOnly() {
		SparkConnectClient first = client((options) -> options.withConfiguration(Map.of("a", "1")));
		first.config(ConfigEncoder.set(Map.of("b", "2")));
		first.recordState("the function 'f'");
		SparkConnectClient second = first.newSession();
		this.clients.add(second);
		requestVersion(second);
		lose(second);
		requestVersion(second);
		assertThat(this.sessions.requestsOf(second.sessionId())).containsExactly("set a=1", "analyze");
	}

	/**
	 * A listener that throws from each method.
	 */
	private static final class Thrower implements SessionListener {

		@Override
		public void lost(String sessionId, SessionLostException loss) {
			throw new IllegalStateException("lost");
		}

		@Override
		public void rebuilt(String lostSessionId, String sessionId) {
			throw new IllegalStateException("rebuilt");
		}

		@Override
		public void rebuildFailed(String sessionId, SparkException failure) {
			throw new IllegalStateException("failed");
		}

	}

}
