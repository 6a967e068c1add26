package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.errors.TlsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for reloading an SSL bundle while the certificate of the server changes.
 */
@Timeout(240)
class SslBundleReloadIntegrationTests {

	@TempDir
	private Path folder;

	private ApplicationContextRunner application(TlsProxy proxy) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, SparkexAutoConfiguration.class))
			.withPropertyValues(TestSparkServer.properties())
			.withPropertyValues("sparkex.url=sc://localhost:" + proxy.port(), "sparkex.ssl.bundle=spark",
					"spring.ssl.bundle.pem.spark.truststore.certificate=file:" + trusted(),
					"spring.ssl.bundle.pem.spark.reload-on-update=true",
					"spring.ssl.bundle.watch.file.quiet-period=100ms");
	}

	private Path trusted() {
		return this.folder.resolve("trusted.pem");
	}

	/**
	 * Replaces the file atomically, so that no partial file is read.
	 */
	private void trust(TestCertificateAuthority authority) throws IOException, GeneralSecurityException {
		Path written = Files.writeString(this.folder.resolve("trusted.new"), authority.pem());
		Files.move(written, trusted(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static void assertRefused(SparkSession spark) {
		assertThatExceptionOfType(TlsException.class).isThrownBy(() -> spark.range(3).count())
			.withMessageContaining("is not signed by a trusted authority; its issuer is CN=second");
	}

	@Test
	void trustsCertificatesOfReloadedBundle() throws Exception {
		TestCertificateAuthority first = new TestCertificateAuthority(this.folder, "first");
		TestCertificateAuthority second = new TestCertificateAuthority(this.folder, "second");
		trust(first);
		try (TlsProxy proxy = new TlsProxy(TestSparkServer.port(), first.identity())) {
			application(proxy).run((context) -> {
				SparkSession spark = context.getBean(SparkSession.class);
				spark.range(3).createOrReplaceTempView("three");
				assertThat(spark.table("three").count()).isEqualTo(3);
				proxy.present(second.identity());
				assertRefused(spark);
				assertRefused(spark);
				trust(second);
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.ignoreExceptionsInstanceOf(TlsException.class)
					.untilAsserted(() -> assertThat(spark.table("three").count()).isEqualTo(3));
			});
		}
	}

}
