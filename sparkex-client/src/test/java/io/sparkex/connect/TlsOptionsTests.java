package io.sparkex.connect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Objects;

import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.SparkSession;
import io.sparkex.fixtures.TestCertificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TlsOptions}.
 */
class TlsOptionsTests {

	private static final char[] PASSWORD = TestCertificates.PASSWORD.toCharArray();

	private static final char[] WRONG = "S3cr3tAndWrong".toCharArray();

	@TempDir
	private static Path directory;

	private static TestCertificates certificates;

	private static Path chain;

	private static Path key;

	private static Path encryptedKey;

	@BeforeAll
	static void issue() {
		certificates = new TestCertificates(directory, "authority");
		certificates.issue("client", "dns:client");
		chain = certificates.pem("client");
		key = certificates.key("client");
		encryptedKey = certificates.encryptedKey("client");
	}

	private static TlsOptions tls() {
		return TlsOptions.systemTrust();
	}

	/**
	 * Asserts that building a session fails with the given reasons.
	 */
	private static void assertRejected(TlsOptions tls, String... reasons) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SparkSession.builder().url("sc://localhost").tls(tls).build())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(reasons).doesNotContain("S3cr3t"));
		assertThat(tls.toString()).doesNotContain("S3cr3t");
	}

	@Test
	void trustsAllCertificatesInAFile() throws Exception {
		String both = "Some text\r\n" + Files.readString(certificates.authority()).replace("\n", "\r\n")
				+ Files.readString(key) + Files.readString(chain);
		Path file = Files.writeString(directory.resolve("both.pem"), both);
		X509TrustManager manager = (X509TrustManager) Objects
			.requireNonNull(tls().withTrustedCertificates(file).trustManagers())
			.getTrustManagers()[0];
		assertThat(manager.getAcceptedIssuers()).hasSize(2);
	}

	@Test
	void hasNoTrustManagersByDefault() {
		assertThat(tls().trustManagers()).isNull();
		assertThat(tls().keyManagers()).isNull();
		assertThat(tls().serverName()).isNull();
	}

	@Test
	void reportsMissingFiles() {
		Path missing = directory.resolve("missing.pem");
		assertRejected(tls().withTrustedCertificates(missing), "There is no file for the trusted certificates at",
				missing.toString());
		assertRejected(tls().withClientCertificate(missing, key), "There is no file for the client certificate");
		assertRejected(tls().withClientCertificate(chain, missing), "There is no file for the client key");
		assertRejected(tls().withTrustedCertificates(directory), "cannot be read", directory.toString());
	}

	@Test
	void reportsInvalidCertificates() throws Exception {
		assertRejected(tls().withTrustedCertificates(new byte[0]), "There is no certificate in the trusted certificates"
				+ " (PEM in memory): it must contain -----BEGIN CERTIFICATE-----");
		assertRejected(tls().withTrustedCertificates(key), "There is no certificate in", key.toString());
		Path corrupt = certificates.write("corrupt.pem", "CERTIFICATE", new byte[] { 1, 2, 3 });
		assertRejected(tls().withTrustedCertificates(corrupt), "A certificate in the trusted certificates",
				"cannot be read", corrupt.toString());
		String cut = Files.readString(chain).replaceFirst("\nMII[A-Za-z0-9+/]{4}", "\nMII");
		assertRejected(tls().withClientCertificate(cut.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(key)),
				"the client certificate");
	}

	@Test
	void reportsInvalidKeys() {
		assertRejected(tls().withClientCertificate(chain, chain), "has no private key", chain.toString());
		assertRejected(tls().withClientCertificate(chain, encryptedKey), "is encrypted; set its password as well");
		assertRejected(tls().withClientCertificate(chain, encryptedKey, WRONG),
				"cannot be decrypted: the password is wrong", encryptedKey.toString());
		Path corrupt = certificates.write("corrupt.key", "PRIVATE KEY", "S3cr3t".getBytes(StandardCharsets.UTF_8));
		assertRejected(tls().withClientCertificate(chain, corrupt), "is not an RSA, EC or EdDSA key, or is corrupt");
		Path unknown = certificates.write("unknown.key", "ENCRYPTED PRIVATE KEY", new byte[] { 48, 0 });
		assertRejected(tls().withClientCertificate(chain, unknown, PASSWORD), "openssl pkcs8 -topk8");
		Path ownKey = certificates.key("authority");
		assertRejected(tls().withClientCertificate(chain, ownKey), "does not belong to the first certificate",
				ownKey.toString(), chain.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "RSA PRIVATE KEY", "EC PRIVATE KEY" })
	void reportsHowToConvertLegacyKeys(String type) {
		Path old = certificates.write("old.key", type, new byte[] { 1 });
		assertRejected(tls().withClientCertificate(chain, old), type, "openssl pkcs8 -topk8");
	}

	@Test
	void ignoresThePasswordOfAnUnencryptedKey() {
		assertThat(tls().withClientCertificate(chain, key, PASSWORD).keyManagers()).isNotNull();
		assertThat(tls().withClientCertificate(chain, encryptedKey, PASSWORD).keyManagers()).isNotNull();
	}

	@Test
	void reportsInvalidKeyStores() throws Exception {
		KeyStore client = certificates.keyStore("client");
		assertRejected(tls().withKeyStore(client, WRONG), "The password of the key in the key store is wrong");
		KeyStore empty = KeyStore.getInstance("PKCS12");
		assertRejected(tls().withKeyStore(empty, PASSWORD), "load it first");
		assertRejected(tls().withTrustStore(empty), "load it first");
		empty.load(null, null);
		assertRejected(tls().withKeyStore(empty, PASSWORD), "The key store has no key");
		assertRejected(tls().withTrustStore(empty), "The trust store has no trusted certificate");
	}

	@Test
	void copiesThePassword() {
		char[] password = PASSWORD.clone();
		TlsOptions tls = tls().withClientCertificate(chain, encryptedKey, password);
		Arrays.fill(password, '*');
		assertThat(tls.keyManagers()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "host:443", "a b", "https://host", "a/b" })
	void rejectsInvalidServerNames(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> tls().withServerName(name))
			.withMessageContaining("serverName must be a host name");
	}

	@Test
	void showsSourcesInToString() {
		assertThat(tls()).hasToString("TlsOptions[trust=system, identity=none]");
		assertThat(tls().withTrustedCertificates(Path.of("ca.pem"))
			.withClientCertificate(Path.of("me.pem"), Path.of("me.key"), PASSWORD)
			.withServerName("spark")).hasToString("TlsOptions[trust=ca.pem, identity=me.pem, serverName=spark]");
	}

}
