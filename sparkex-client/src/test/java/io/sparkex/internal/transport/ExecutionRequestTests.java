package io.sparkex.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.grpc.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for headers and tags that listeners add to executions.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutionRequestTests {

	private static final Metadata.Key<String> TRACE = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

	private final FakeServer server = new FakeServer();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	private final List<String> events = new ArrayList<>();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private SparkConnectClient client(UnaryOperator<ClientOptions> customizer) {
		SparkConnectClient client = this.server.client("sc://localhost", customizer);
		this.clients.add(client);
		return client;
	}

	private void run(Consumer<ExecutionRequest> preparation) {
		SparkConnectClient client = client((options) -> options.withExecutionListener(preparing(preparation)));
		client.tags().add("of-the-session");
		try (ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE.withTag("own"),
				() -> "Range")) {
			while (responses.next() != null) {
				Thread.onSpinWait();
			}
		}
	}

	private static ExecutionListener preparing(Consumer<ExecutionRequest> preparation) {
		return new ExecutionListener() {

			@Override
			public void preparing(ExecutionRequest request) {
				preparation.accept(request);
			}

		};
	}

	private List<String> traces() {
		return this.server.headers.stream()
			.filter((headers) -> headers.containsKey(TRACE))
			.map((headers) -> String.valueOf(headers.get(TRACE)))
			.toList();
	}

	@Test
	void sendsHeadersWithCallsOfExecutionOnly() {
		new ScriptedOperation(this.server, 3).then(End.UNAVAILABLE, 1);
		run((request) -> request.addHeader("traceparent", "00-1-2-01"));
		assertThat(this.server.reattaches).hasSize(1);
		assertThat(traces()).containsExactly("00-1-2-01", "00-1-2-01");
	}

	@Test
	void sendsTagsWithExecution() {
		new ScriptedOperation(this.server, 1);
		List<Set<String>> before = new ArrayList<>();
		run((request) -> {
			before.add(request.tags());
			request.addTag("added");
		});
		assertThat(before).containsExactly(Set.of("own", "of-the-session"));
		assertThat(this.server.executions.get(0).getTagsList()).containsExactlyInAnyOrder("own", "of-the-session",
				"added");
	}

	@Test
	void describesRequestBeforeItIsSent() {
		new ScriptedOperation(this.server, 1);
		run((request) -> {
			this.events.add(request.operationId());
			this.events.add(request.sessionId());
			this.events.add(request.kind() + " " + request.planText() + " on " + request.server());
		});
		assertThat(this.events).containsExactly(this.server.executions.get(0).getOperationId(),
				this.server.executions.get(0).getSessionId(), "QUERY Range on localhost:15002");
	}

	@Test
	void rejectsInvalidAdditionsAndSendsTheRest() {
		new ScriptedOperation(this.server, 1);
		run((request) -> {
			assertThatIllegalArgumentException().isThrownBy(() -> request.addHeader("authorization", "x"));
			assertThatIllegalArgumentException().isThrownBy(() -> request.addHeader("trace id", "x"));
			assertThatIllegalArgumentException().isThrownBy(() -> request.addHeader("trace", "\u00e9"));
			assertThatIllegalArgumentException().isThrownBy(() -> request.addTag("a,b"));
			request.addTag("good");
			throw new IllegalStateException("a listener's own trouble");
		});
		assertThat(this.server.executions.get(0).getTagsList()).contains("good");
	}

	@Test
	void notifiesListenersIfServerIsUnreachable() {
		this.server.close();
		SparkConnectClient client = client(
				(options) -> options.withRetryPolicy(RetryPolicy.failFast()).withExecutionListener(new Recorder()));
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE).next());
		assertThat(this.events).containsExactly("preparing", "started", "failed UnreachableException");
	}

	@Test
	void notifiesListenersIfSessionSetupFails() {
		this.server.close();
		SparkConnectClient client = client((options) -> options.withRetryPolicy(RetryPolicy.failFast())
			.withConfiguration(Map.of("a", "b"))
			.withExecutionListener(new Recorder()));
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE));
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> client.command(Plan.getDefaultInstance(), ExecutionOptions.NONE));
		assertThat(this.events).containsExactly("preparing", "started", "failed UnreachableException", "preparing",
				"started", "failed UnreachableException");
	}

	@Test
	void notifiesListenersIfRequestCannotBeCreated() {
		SparkConnectClient client = client((options) -> options.withUserContextExtensions(() -> {
			throw new IllegalStateException("no tenant");
		}).withExecutionListener(new Recorder()));
		assertThatIllegalStateException()
			.isThrownBy(() -> client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE))
			.withMessage("no tenant");
		assertThat(this.events).containsExactly("preparing", "failed IllegalStateException");
	}

	@Test
	void limitsWaitForConnectionToTimeout() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				SparkConnectClient client = new SparkConnectClient(
						ClientOptions.of(ConnectionString.parse("sc://127.0.0.1:" + silent.getLocalPort())))) {
			ExecutionOptions options = ExecutionOptions.NONE.withTimeout(Duration.ofMillis(200));
			long begin = System.nanoTime();
			assertThatExceptionOfType(OperationTimeoutException.class)
				.isThrownBy(() -> client.query(Plan.getDefaultInstance(), options))
				.withMessageContaining("before there was a connection")
				.withCauseInstanceOf(UnreachableException.class);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
		}
	}

	@Test
	void limitsExecutionToClientTimeout() {
		new ScriptedOperation(this.server, 3).then(End.NEVER, 1);
		SparkConnectClient client = client((options) -> options.withExecutionTimeout(Duration.ofMillis(100)));
		ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
		assertThatExceptionOfType(OperationTimeoutException.class).isThrownBy(() -> {
			while (responses.next() != null) {
				Thread.onSpinWait();
			}
		});
		new ScriptedOperation(this.server, 1);
		try (ResponseStream longer = client.query(Plan.getDefaultInstance(),
				ExecutionOptions.NONE.withTimeout(Duration.ofMinutes(1)))) {
			assertThat(longer.next()).isNotNull();
		}
	}

	/**
	 * A listener that records each event.
	 */
	private final class Recorder implements ExecutionListener {

		@Override
		public void preparing(ExecutionRequest request) {
			ExecutionRequestTests.this.events.add("preparing");
		}

		@Override
		public void started(Execution execution) {
			ExecutionRequestTests.this.events.add("started");
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			ExecutionRequestTests.this.events.add("failed " + failure.getClass().getSimpleName());
		}

	}

}
