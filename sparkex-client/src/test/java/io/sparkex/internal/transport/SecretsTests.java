package io.sparkex.internal.transport;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.connect.TlsOptions;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that secrets do not appear in readable text: toString() of objects, exceptions,
 * and logs at any level.
 */
@Timeout(30)
class SecretsTests {

	private static final String SECRET = "S3cr3tM4rker";

	private static final String URL = "sc://localhost:1/;token=" + SECRET + ";x-api-key=" + SECRET;

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.sparkex");

	private final Level level = this.logger.getEffectiveLevel();

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private final List<String> texts = new ArrayList<>();

	@BeforeEach
	void listen() {
		this.logged.start();
		this.logger.setLevel(Level.TRACE);
		this.logger.addAppender(this.logged);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.logged);
		this.logger.setLevel(this.level);
	}

	private void text(Object object) {
		this.texts.add(object.toString());
	}

	private void failure(ThrowingCallable call) {
		Throwable failure = catchThrowable(call);
		assertThat(failure).as("a failure").isNotNull();
		StringWriter out = new StringWriter();
		failure.printStackTrace(new PrintWriter(out));
		this.texts.add(out.toString());
	}

	private void assertNoSecret() {
		for (ILoggingEvent event : List.copyOf(this.logged.list)) {
			this.texts.add(event.getFormattedMessage());
			IThrowableProxy thrown = event.getThrowableProxy();
			if (thrown != null) {
				this.texts.add(ThrowableProxyUtil.asString(thrown));
			}
		}
		assertThat(this.texts).isNotEmpty().noneMatch((text) -> text.contains(SECRET));
	}

	@Test
	void masksSecretsInToString() {
		ConnectionString target = ConnectionString.parse(URL).withHeader("x-other", SECRET);
		TlsOptions tls = TlsOptions.systemTrust()
			.withTrustedCertificates(SECRET.getBytes(StandardCharsets.UTF_8))
			.withClientCertificate(Path.of("chain.pem"), Path.of("key.pem"), SECRET.toCharArray());
		ChannelOptions channel = ChannelOptions.defaults().withTls(tls);
		text(target);
		text(tls);
		text(channel);
		text(SparkToken.of(SECRET));
		text(SparkToken.of(SECRET).expiringAt(Instant.EPOCH));
		ClientOptions options = ClientOptions.of(target)
			.withChannel(channel)
			.withConfiguration(Map.of("spark.password", SECRET))
			.withTokenSupplier(() -> SparkToken.of(SECRET));
		text(options);
		text(TokenCache.of(options));
		text(options.forSetup());
		SparkSessionBuilder builder = SparkSession.builder().url(URL).token(SECRET).header("x-a", SECRET);
		text(builder);
		try (SparkSession session = builder.build()) {
			text(session);
		}
		assertNoSecret();
	}

	@Test
	void masksSecretsInExceptionsOfOptions() throws Exception {
		failure(() -> ConnectionString.parse("sc://user:" + SECRET + "@host"));
		failure(() -> ConnectionString.parse(URL + ";use_ssl=maybe", "a variable"));
		failure(() -> ConnectionString.parse("sc://h/;x-a=" + SECRET + "%0A"));
		failure(() -> SparkSession.builder().token(SECRET + "\n"));
		failure(() -> SparkSession.builder().header("x-a", SECRET + "\n"));
		failure(() -> SparkSession.builder().header("authorization", SECRET));
		failure(() -> SparkSession.builder().url("sc://host/;use_ssl=false").token(SECRET).build());
		failure(() -> SparkSession.builder().url("sc://h/;use_ssl=false;token=" + SECRET).build());
		failure(() -> ClientOptions.of(ConnectionString.parse("sc://h/;use_ssl=false;x-a=" + SECRET))
			.withChannel(ChannelOptions.defaults().withTls(TlsOptions.systemTrust()))
			.secured());
		byte[] pem = ("-----BEGIN PRIVATE KEY-----\n" + SECRET + "!\n-----END PRIVATE KEY-----\n")
			.getBytes(StandardCharsets.UTF_8);
		failure(() -> session(TlsOptions.systemTrust().withTrustedCertificates(pem)));
		failure(() -> session(TlsOptions.systemTrust().withClientCertificate(pem, pem, SECRET.toCharArray())));
		KeyStore empty = KeyStore.getInstance("PKCS12");
		failure(() -> session(TlsOptions.systemTrust().withKeyStore(empty, SECRET.toCharArray())));
		assertNoSecret();
	}

	private static SparkSession session(TlsOptions tls) {
		return SparkSession.builder().url(URL).tls(tls).build();
	}

	@Test
	void masksSecretsInExceptionsAndLogsOfCalls() {
		StatusRuntimeException refused = Status.UNAUTHENTICATED.withDescription("Invalid token").asRuntimeException();
		try (FakeServer server = new FakeServer();
				SparkConnectClient client = server.client(URL, Map.of("spark.password", SECRET))) {
			server.onConfig = (request, observer) -> observer.onError(refused);
			failure(() -> client.analyze(AnalyzeEncoder.sparkVersion()));
			server.onConfig = (request, observer) -> {
				observer.onNext(ConfigResponse.newBuilder()
					.setServerSideSessionId(server.serverSessionId)
					.addWarnings("a warning")
					.build());
				observer.onCompleted();
			};
			client.analyze(AnalyzeEncoder.sparkVersion());
			server.failAnalysis(FakeServer.failure("no", "java.lang.RuntimeException", Map.of("errorId", "1")));
			failure(() -> client.analyze(AnalyzeEncoder.sparkVersion()));
			failure(() -> client.ping(Duration.ofSeconds(10)));
			server.onExecute = (request, observer) -> observer.onError(refused);
			failure(() -> client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE).next());
			server.onRelease = (request, observer) -> observer.onError(refused);
		}
		assertThat(this.logged.list).isNotEmpty();
		assertNoSecret();
	}

	@Test
	void masksSecretsInExceptionsAndLogsOfSuppliers() {
		TokenCache cache = TokenCache.of(new FailingSupplier(), Clock.systemUTC());
		cache.refresh();
		cache.refresh();
		failure(() -> cache.renew(SECRET));
		assertThat(this.logged.list).isNotEmpty();
		assertNoSecret();
	}

	/**
	 * A supplier that returns one short-lived token and then fails.
	 */
	private static final class FailingSupplier implements SparkTokenSupplier {

		private boolean supplied;

		@Override
		public SparkToken get() {
			if (this.supplied) {
				throw new IllegalStateException("down");
			}
			this.supplied = true;
			return SparkToken.of(SECRET).expiringAt(Instant.now().plusSeconds(20));
		}

	}

}
