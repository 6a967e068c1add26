package io.sparkex.samples.secured.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;

/**
 * A self-signed certificate for {@code localhost}, created with keytool. Its key stays in
 * this JVM.
 */
final class Certificate {

	private final String pem;

	private final KeyManagerFactory keyManagers;

	private Certificate(String pem, KeyManagerFactory keyManagers) {
		this.pem = pem;
		this.keyManagers = keyManagers;
	}

	static Certificate create() throws IOException, GeneralSecurityException {
		String password = UUID.randomUUID().toString();
		Path directory = Files.createTempDirectory("gateway-");
		Path store = directory.resolve("gateway.p12");
		Path certificate = directory.resolve("gateway.pem");
		try {
			keytool(store, password, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
			keytool(store, password, "-exportcert", "-rfc", "-file", certificate.toString());
			KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keyManagers.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
			return new Certificate(Files.readString(certificate), keyManagers);
		}
		finally {
			Files.deleteIfExists(store);
			Files.deleteIfExists(certificate);
			Files.delete(directory);
		}
	}

	private static void keytool(Path store, String password, String... arguments) throws IOException {
		String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		List<String> command = Stream
			.concat(Stream.of(tool, "-keystore", store.toString(), "-storepass", password, "-alias", "gateway"),
					Stream.of(arguments))
			.toList();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException("keytool failed: " + output);
		}
	}

	/**
	 * Returns the certificate for clients to trust.
	 */
	String pem() {
		return this.pem;
	}

	KeyManagerFactory keyManagers() {
		return this.keyManagers;
	}

}
