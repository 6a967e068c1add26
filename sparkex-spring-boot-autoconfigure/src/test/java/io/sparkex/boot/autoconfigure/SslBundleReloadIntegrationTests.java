package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import io.sparkex.fixtures.TestCertificates;
import io.sparkex.fixtures.TlsProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for reloading an SSL bundle while the certificate of the server changes.
 */
@Timeout(240)
class SslBundleReloadIntegrationTests {

	private static final String SERVER = "dns:localhost,ip:127.0.0.1";

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
	private void trust(TestCertificates certificates) throws IOException {
		Path written = Files.copy(certificates.authority(), this.folder.resolve("trusted.new"));
		Files.move(written, trusted(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static void assertRefused(SparkSession spark) {
		assertThatExceptionOfType(TlsException.class).isThrownBy(() -> spark.range(3).count())
			.withMessageContaining("is not signed by a trusted authority; its issuer is CN=second");
	}

	@Test
	void trustsCertificatesOfReloadedBundle() throws Exception {
		TestCertificates first = new TestCertificates(this.folder, "first");
		TestCertificates second = new TestCertificates(this.folder, "second");
		first.issue("old-server", SERVER);
		second.issue("new-server", SERVER);
		trust(first);
		try (TlsProxy proxy = new TlsProxy(TestSparkServer.port(), first.keyStore("old-server"))) {
			application(proxy).run((context) -> {
				SparkSession spark = context.getBean(SparkSession.class);
				spark.range(3).createOrReplaceTempView("three");
				assertThat(spark.table("three").count()).isEqualTo(3);
				proxy.present(second.keyStore("new-server"));
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
