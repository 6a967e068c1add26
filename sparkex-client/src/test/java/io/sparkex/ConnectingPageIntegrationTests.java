package io.sparkex;

import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.TlsOptions;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.fixtures.TestCertificates;
import io.sparkex.fixtures.TlsProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/connecting.md.
 */
class ConnectingPageIntegrationTests {

	private static final EmbeddedSparkServer SERVER = TestServer.get();

	private static final String URL = SERVER.url();

	@TempDir
	private static Path directory;

	private static TestCertificates certificates;

	private static Path CA;

	private static Path CHAIN;

	private static Path KEY;

	private static final char[] password = TestCertificates.PASSWORD.toCharArray();

	@BeforeAll
	static void issue() {
		certificates = new TestCertificates(directory, "authority");
		certificates.issue("server", "dns:localhost");
		certificates.issue("tunnelled", "dns:spark.example.com");
		certificates.issue("client", "dns:client");
		CA = certificates.authority();
		CHAIN = certificates.pem("client");
		KEY = certificates.encryptedKey("client");
	}

	private static String url(TlsProxy proxy) {
		return "sc://localhost:" + proxy.port() + "/;token=" + SERVER.token();
	}

	private static void assertQueryRuns(SparkSession session) {
		try (session) {
			assertThat(session.range(3).count()).isEqualTo(3);
		}
	}

	@Test
	@SuppressWarnings("unused")
	void connects() {
		try (SparkSession spark = SparkSession.builder().url(URL).build()) {
			long rows = spark.range(3).count();
		}
	}

	@Test
	void setsOptions() {
		String token = "token";
		SparkSession spark = SparkSession.builder()
			.url("sc://spark.example.com:443/;use_ssl=true")
			.token(token)
			.userId("reports")
			.userAgent("reports/1.2")
			.header("x-team", "data")
			.connectTimeout(Duration.ofSeconds(5))
			.idleTimeout(Duration.ofMinutes(2))
			.maxMessageSize(256 << 20)
			.build();
		spark.close();
	}

	@Test
	void trustsPrivateCertificateAuthority() {
		try (TlsProxy proxy = new TlsProxy(SERVER.port(), certificates.keyStore("server"))) {
			String url = url(proxy);
			SparkSession spark = SparkSession.builder()
				.url(url)
				.tls(TlsOptions.systemTrust().withTrustedCertificates(CA))
				.build();
			assertQueryRuns(spark);
		}
	}

	@Test
	void sendsClientCertificate() {
		TlsOptions tls = TlsOptions.systemTrust()
			.withTrustedCertificates(CA)
			.withClientCertificate(CHAIN, KEY, password);
		assertQueryRunsWithClientCertificate(tls);
	}

	@Test
	void readsKeyStores() {
		KeyStore trustStore = certificates.keyStore("authority");
		KeyStore keyStore = certificates.keyStore("client");
		TlsOptions tls = TlsOptions.systemTrust().withTrustStore(trustStore).withKeyStore(keyStore, password);
		assertQueryRunsWithClientCertificate(tls);
	}

	private static void assertQueryRunsWithClientCertificate(TlsOptions tls) {
		try (TlsProxy proxy = new TlsProxy(SERVER.port(), certificates.keyStore("server"),
				certificates.keyStore("client"), "TLSv1.3")) {
			assertQueryRuns(SparkSession.builder().url(url(proxy)).tls(tls).build());
		}
	}

	@Test
	void connectsThroughTunnel() {
		try (TlsProxy proxy = new TlsProxy(SERVER.port(), certificates.keyStore("tunnelled"))) {
			String tunnel = url(proxy);
			SparkSession spark = SparkSession.builder()
				.url(tunnel)
				.tls(TlsOptions.systemTrust().withTrustedCertificates(CA).withServerName("spark.example.com"))
				.build();
			assertQueryRuns(spark);
		}
	}

	record AccessToken(String value, Instant expiresAt) {
	}

	@FunctionalInterface
	interface IdentityProvider {

		AccessToken accessToken();

	}

	@Test
	void renewsTokens() {
		IdentityProvider provider = () -> new AccessToken(SERVER.token(), Instant.now().plusSeconds(60));
		SparkSession spark = SparkSession.builder().url(URL).tokenSupplier(() -> {
			AccessToken answer = provider.accessToken();
			return SparkToken.of(answer.value()).expiringAt(answer.expiresAt());
		}).build();
		assertQueryRuns(spark);
	}

	@Test
	void connectsThroughTlsTerminatingProxy() {
		String token = "token";
		SparkSession spark = SparkSession.builder()
			.url("sc://spark.mesh:15002/;use_ssl=false")
			.token(token)
			.allowTokenOverPlaintext(true)
			.build();
		spark.close();
	}

	@Test
	void customizesTheChannel() {
		AtomicInteger calls = new AtomicInteger();
		ClientInterceptor tracing = new ClientInterceptor() {

			@Override
			public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options,
					Channel next) {
				calls.incrementAndGet();
				return next.newCall(method, options);
			}

		};
		SparkSession spark = SparkSession.builder()
			.url(URL)
			.channelCustomizer((channel) -> channel.intercept(tracing))
			.build();
		assertQueryRuns(spark);
		assertThat(calls.get()).isPositive();
	}

}
