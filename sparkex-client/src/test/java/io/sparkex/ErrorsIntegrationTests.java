package io.sparkex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.InvalidPlanException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests that errors are reported as the matching exception with a helpful message.
 */
class ErrorsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void explainsPlanTooDeepForServer() {
		DataFrame deep = spark.range(1);
		for (int i = 0; i < 2_000; i++) {
			deep = deep.withColumn("c", lit(i));
		}
		assertThatExceptionOfType(RemoteException.class).isThrownBy(deep::count)
			.withMessageContaining("spark.connect.grpc.marshallerRecursionLimit");
	}

	@Test
	void rejectsExpressionTooDeepForAnyServer() {
		Column sum = col("id");
		for (int i = 0; i < 2_000; i++) {
			sum = sum.plus(1);
		}
		DataFrame deep = spark.range(1).select(sum);
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(deep::collect);
	}

	@Test
	void reportsInvalidToken() {
		EmbeddedSparkServer server = TestServer.get();
		try (SparkSession intruder = SparkSession.builder().url(server.url()).token("guessed-token").build()) {
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(intruder::version)
				.withMessageContaining("does not accept the token")
				.satisfies((ex) -> assertThat(ex).hasStackTraceContaining("UNAUTHENTICATED")
					.message()
					.doesNotContain("guessed-token"));
		}
	}

	@Test
	void reportsMissingToken() {
		EmbeddedSparkServer server = TestServer.get();
		try (SparkSession intruder = SparkSession.builder().url("sc://" + authority(server)).build()) {
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(intruder.range(1)::collect)
				.withMessageContaining("none is set");
		}
	}

	private static String authority(EmbeddedSparkServer server) {
		return server.url().replaceFirst("sc://([^/]+)/.*", "$1");
	}

	@Test
	void failsImmediatelyIfPortIsClosed() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		try (SparkSession lost = SparkSession.builder().url("sc://127.0.0.1:" + port).failFast().build()) {
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost::version)
				.withMessageContaining("127.0.0.1:" + port)
				.withMessageContaining("Connection refused");
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost.range(1)::collect);
		}
	}

	@Test
	void reportsUnknownHost() {
		try (SparkSession lost = SparkSession.builder().url("sc://no-such-host.invalid").failFast().build()) {
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost::version)
				.withMessageStartingWith("The host no-such-host.invalid is not known: ");
		}
	}

	@Test
	void reportsServerThatIsNotSpark() throws IOException {
		HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		web.start();
		try (SparkSession lost = SparkSession.builder()
			.url("sc://127.0.0.1:" + web.getAddress().getPort())
			.failFast()
			.build()) {
			assertThatExceptionOfType(TransportException.class).isThrownBy(lost::version)
				.withMessageContaining("is not a Spark Connect server (it speaks HTTP/1)");
		}
		finally {
			web.stop(0);
		}
	}

	@Test
	void reportsExceededResultLimit() {
		String url = TestServer.get().url() + ";grpc_max_message_size=100000";
		try (SparkSession small = SparkSession.builder().url(url).build()) {
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> small.sql("SELECT repeat('x', 1000000)").collect())
				.withMessageContaining("larger than this client accepts")
				.withMessageContaining("where 100000 are allowed");
		}
	}

	@Test
	void failsWithinConnectTimeoutIfHostIsSilent() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				SparkSession lost = SparkSession.builder()
					.url("sc://127.0.0.1:" + silent.getLocalPort())
					.connectTimeout(Duration.ofMillis(300))
					.failFast()
					.build()) {
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost::version)
				.withMessageContaining("PT0.3S");
			assertThatExceptionOfType(DeadlineExceededException.class)
				.isThrownBy(() -> lost.ping(Duration.ofMillis(100)));
		}
	}

	@Test
	void rejectsCallsAfterClose() {
		SparkSession closed = TestServer.session();
		DataFrame df = closed.range(1);
		closed.version();
		closed.close();
		closed.close();
		assertThatIllegalStateException().isThrownBy(df::collect).withMessageContaining("is closed");
	}

	@Test
	void reportsSessionReleasedByAnotherClient() {
		String url = TestServer.get().url() + ";session_id=" + UUID.randomUUID();
		try (SparkSession first = SparkSession.builder().url(url).build();
				SparkSession second = SparkSession.builder().url(url).build()) {
			first.version();
			second.version();
			second.close();
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(first.range(1)::collect);
		}
	}

	@Test
	void reportsInvalidConfiguration() {
		try (SparkSession wrong = SparkSession.builder()
			.url(TestServer.get().url())
			.config(Map.of("spark.sql.warehouse.dir", "/elsewhere"))
			.build()) {
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(wrong.range(1)::collect)
				.withMessageContaining("spark.sql.warehouse.dir");
		}
	}

}
