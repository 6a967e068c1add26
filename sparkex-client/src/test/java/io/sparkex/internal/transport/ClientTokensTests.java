package io.sparkex.internal.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.Metadata;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.SparkToken;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkConnectClient} with a token supplier.
 */
@Timeout(30)
class ClientTokensTests {

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private final FakeServer server = new FakeServer();

	private final AtomicInteger tokens = new AtomicInteger();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private List<String> sent() {
		return this.server.headers.stream()
			.map((headers) -> Objects.requireNonNull(headers.get(AUTHORIZATION)))
			.toList();
	}

	@Test
	void doesNotCallSupplierBeforeFirstCall() {
		SparkConnectClient client = this.server.client(() -> SparkToken.of("t" + this.tokens.incrementAndGet()));
		client.close();
		assertThat(this.tokens).hasValue(0);
	}

	@Test
	void sendsValidToken() {
		try (SparkConnectClient client = this.server.client(() -> SparkToken.of("t" + this.tokens.incrementAndGet()))) {
			client.ping(Duration.ofSeconds(10));
			client.analyze(AnalyzeEncoder.sparkVersion());
			client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE).close();
		}
		assertThat(sent()).isNotEmpty().containsOnly("Bearer t1");
	}

	@Test
	void renewsTokenBeforeExpiry() {
		try (SparkConnectClient client = this.server
			.client(() -> SparkToken.of("t" + this.tokens.incrementAndGet()).expiringAt(Instant.now()))) {
			client.analyze(AnalyzeEncoder.sparkVersion());
			client.analyze(AnalyzeEncoder.sparkVersion());
		}
		// The last call is the release, which does not call the supplier.
		assertThat(sent()).containsExactly("Bearer t1", "Bearer t2", "Bearer t2");
	}

	private SparkConnectClient withoutReattaching() {
		return this.server.client("sc://localhost",
				(options) -> options.withTokenSupplier(() -> SparkToken.of("t" + this.tokens.incrementAndGet()))
					.withReattachable(false)
					.withRetryPolicy(RetryPolicy.failFast()));
	}

	private static ExecutePlanResponse last() {
		return ExecutePlanResponse.newBuilder()
			.setServerSideSessionId("server-1")
			.setResponseId("0")
			.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
			.build();
	}

	@Test
	void resendsNonReattachableQueryWithNewToken() {
		this.server.onExecute = (request, call) -> {
			if (this.server.executions.size() == 1) {
				call.onError(Status.UNAUTHENTICATED.asRuntimeException());
			}
			else {
				call.onNext(last());
				call.onCompleted();
			}
		};
		try (SparkConnectClient client = withoutReattaching();
				ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
			assertThat(responses.next()).isNotNull();
			assertThat(responses.next()).isNull();
		}
		assertThat(this.server.executions).hasSize(2);
		assertThat(this.tokens).hasValue(2);
	}

	@Test
	void doesNotResendQueryAfterFirstResponse() {
		this.server.onExecute = (request, call) -> {
			call.onNext(last().toBuilder().clearResultComplete().build());
			call.onError(Status.UNAUTHENTICATED.asRuntimeException());
		};
		try (SparkConnectClient client = withoutReattaching();
				ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
			assertThat(responses.next()).isNotNull();
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(responses::next);
		}
		assertThat(this.server.executions).hasSize(1);
	}

	@Test
	void doesNotResendNonReattachableCommand() {
		this.server.onExecute = (request, call) -> call.onError(Status.UNAUTHENTICATED.asRuntimeException());
		try (SparkConnectClient client = withoutReattaching();
				ResponseStream responses = client.command(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(responses::next);
		}
		assertThat(this.server.executions).hasSize(1);
	}

	@Test
	void failsCallsWithoutToken() {
		try (SparkConnectClient client = this.server.client(() -> {
			throw new IllegalStateException("down");
		})) {
			assertThatExceptionOfType(AuthenticationException.class)
				.isThrownBy(() -> client.analyze(AnalyzeEncoder.sparkVersion()))
				.withMessageContaining("The token supplier failed")
				.withRootCauseInstanceOf(IllegalStateException.class);
		}
		assertThat(this.server.analyses).isEmpty();
	}

}
