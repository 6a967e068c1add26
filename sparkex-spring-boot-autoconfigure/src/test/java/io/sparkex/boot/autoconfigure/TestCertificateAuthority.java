package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Self-signed certificate for {@code localhost}, created with keytool.
 */
final class TestCertificateAuthority {

	private static final String PASSWORD = "S3cr3tPassw0rd";

	private final KeyStore store;

	/**
	 * Creates a certificate.
	 * @param directory the directory of the key store
	 */
	TestCertificateAuthority(Path directory, String name)
			throws IOException, InterruptedException, GeneralSecurityException {
		Path file = directory.resolve(name + ".p12");
		String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(List.of(tool, "-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", "key",
				"-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name, "-ext",
				"san=dns:localhost,ip:127.0.0.1", "-startdate", "-1d", "-validity", "30", "-storetype", "PKCS12",
				"-keystore", file.toString(), "-storepass", PASSWORD))
			.redirectErrorStream(true)
			.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new AssertionError("keytool failed: " + output);
		}
		this.store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
	}

	/**
	 * Returns the certificate for trust stores.
	 */
	String pem() throws GeneralSecurityException {
		byte[] certificate = this.store.getCertificate("key").getEncoded();
		return "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate)
				+ "\n-----END CERTIFICATE-----\n";
	}

	/**
	 * Returns the SSL context of a server with the certificate.
	 */
	SSLContext identity() throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(this.store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

}
