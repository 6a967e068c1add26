package io.sparkex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.TlsOptions;
import io.sparkex.errors.TlsException;
import io.sparkex.fixtures.TestCertificates;
import io.sparkex.fixtures.TlsProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for TLS connections to a real server behind a TLS-terminating proxy, and for
 * their failures.
 */
@Timeout(120)
class TlsIntegrationTests {

	private static final char[] PASSWORD = TestCertificates.PASSWORD.toCharArray();

	@TempDir
	private static Path directory;

	private static TestCertificates certificates;

	private static TestCertificates strangers;

	private static TlsOptions trusting;

	@BeforeAll
	static void issue() {
		certificates = new TestCertificates(directory, "authority");
		certificates.issue("server", "dns:localhost,ip:127.0.0.1");
		certificates.issue("elsewhere", "dns:spark.example.com");
		certificates.issue("client", "dns:client");
		strangers = new TestCertificates(directory, "strangers");
		strangers.issue("stranger", "dns:client");
		trusting = TlsOptions.systemTrust().withTrustedCertificates(certificates.authority());
	}

	private static TlsProxy proxy(String name) {
		return new TlsProxy(TestServer.get().port(), certificates.keyStore(name));
	}

	private static TlsProxy proxyForClients(String protocol) {
		return new TlsProxy(TestServer.get().port(), certificates.keyStore("server"), certificates.keyStore("client"),
				protocol);
	}

	private static SparkSessionBuilder builder(int port) {
		return SparkSession.builder().url("sc://localhost:" + port).token(TestServer.get().token());
	}

	private static void assertQueryRuns(SparkSessionBuilder builder) {
		try (SparkSession spark = builder.build()) {
			assertThat(spark.range(3).count()).isEqualTo(3);
		}
	}

	/**
	 * The second attempt fails like the first, and without delay.
	 */
	private static void assertRejected(SparkSessionBuilder builder, String... reasons) {
		try (SparkSession spark = builder.build()) {
			for (int i = 0; i < 2; i++) {
				long start = System.nanoTime();
				assertThatExceptionOfType(TlsException.class).isThrownBy(() -> spark.range(3).count())
					.satisfies((ex) -> assertThat(ex).message().contains(reasons).contains("localhost:"));
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
			}
		}
	}

	private static KeyStore trustStore() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setCertificateEntry("authority", certificates.keyStore("authority").getCertificate("key"));
		return store;
	}

	@Test
	void connectsWithPrivateCertificateAuthority() throws Exception {
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trustStore());
		Map<String, TlsOptions> variants = Map.of("file", trusting, "bytes",
				TlsOptions.systemTrust().withTrustedCertificates(Files.readAllBytes(certificates.authority())), "store",
				TlsOptions.systemTrust().withTrustStore(trustStore()), "managers",
				TlsOptions.systemTrust().withTrustManagers(managers));
		try (TlsProxy proxy = proxy("server")) {
			variants.forEach((name, tls) -> assertQueryRuns(builder(proxy.port()).tls(tls)));
			assertQueryRuns(
					builder(proxy.port()).url("sc://127.0.0.1:" + proxy.port() + "/;use_ssl=true").tls(trusting));
		}
	}

	@Test
	void rejectsServersOfUnknownAuthorities() {
		try (TlsProxy proxy = proxy("server")) {
			String reason = "is not signed by a trusted authority; its issuer is CN=authority";
			assertRejected(builder(proxy.port()).tls(TlsOptions.systemTrust()), reason, "withTrustedCertificates");
			assertRejected(builder(proxy.port()).url("sc://localhost:" + proxy.port() + "/;use_ssl=true"), reason);
			assertRejected(
					builder(proxy.port()).tls(TlsOptions.systemTrust().withTrustedCertificates(strangers.authority())),
					reason);
		}
	}

	@Test
	void rejectsCertificatesOfOtherHosts() {
		try (TlsProxy proxy = proxy("elsewhere")) {
			assertRejected(builder(proxy.port()).tls(trusting), "is for other hosts: spark.example.com",
					"matching localhost", "withServerName");
		}
		try (TlsProxy proxy = proxy("server")) {
			assertRejected(builder(proxy.port()).tls(trusting.withServerName("spark.example.com")),
					"is for other hosts: localhost, 127.0.0.1", "spark.example.com");
		}
	}

	@Test
	void verifiesServerNameThroughTunnel() {
		try (TlsProxy proxy = proxy("elsewhere")) {
			assertQueryRuns(builder(proxy.port()).tls(trusting.withServerName("spark.example.com")));
		}
	}

	@Test
	void rejectsExpiredCertificates() {
		certificates.issue("expired", "dns:localhost", "-startdate", "-10d", "-validity", "2");
		try (TlsProxy proxy = proxy("expired")) {
			assertRejected(builder(proxy.port()).tls(trusting), "has expired (NotAfter: ");
		}
		certificates.issue("early", "dns:localhost", "-startdate", "+10d", "-validity", "2");
		try (TlsProxy proxy = proxy("early")) {
			assertRejected(builder(proxy.port()).tls(trusting), "is not valid yet (NotBefore: ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.3", "TLSv1.2" })
	void sendsClientCertificateIfRequested(String protocol) throws Exception {
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(certificates.keyStore("client"), PASSWORD);
		Path chain = certificates.pem("client");
		Path key = certificates.key("client");
		Path encryptedKey = certificates.encryptedKey("client");
		Map<String, TlsOptions> variants = Map.of("files", trusting.withClientCertificate(chain, key), "encrypted",
				trusting.withClientCertificate(chain, encryptedKey, PASSWORD), "bytes",
				trusting.withClientCertificate(Files.readAllBytes(chain), Files.readAllBytes(key)), "encrypted bytes",
				trusting.withClientCertificate(Files.readAllBytes(chain), Files.readAllBytes(encryptedKey), PASSWORD),
				"store", trusting.withKeyStore(certificates.keyStore("client"), PASSWORD), "managers",
				trusting.withKeyManagers(managers));
		try (TlsProxy proxy = proxyForClients(protocol)) {
			variants.forEach((name, tls) -> assertQueryRuns(builder(proxy.port()).tls(tls)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.3", "TLSv1.2" })
	void reportsMissingClientCertificate(String protocol) {
		try (TlsProxy proxy = proxyForClients(protocol)) {
			assertRejected(builder(proxy.port()).tls(trusting), "requires a client certificate",
					"withClientCertificate");
			assertRejected(builder(proxy.port()).tls(trusting.withKeyStore(strangers.keyStore("stranger"), PASSWORD)),
					"requires a client certificate", "did not receive one that it accepts");
		}
	}

	@Test
	void reportsPlaintextClientOfTlsServer() {
		try (TlsProxy proxy = proxy("server")) {
			assertRejected(builder(proxy.port()), "TLS is not enabled", "requires it", "use_ssl=true");
		}
	}

	@Test
	void reportsTlsClientOfPlaintextServer() {
		assertRejected(builder(TestServer.get().port()).tls(trusting), "does not use TLS", "use_ssl=true");
	}

}
