package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A certificate authority and its certificates, created with keytool in a directory of
 * the test.
 */
public final class TestCertificates {

	public static final String PASSWORD = "S3cr3tPassw0rd";

	private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";

	/**
	 * The object identifier of password-based encryption scheme 2 (PBES2).
	 */
	private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

	private final Path directory;

	private final String authority;

	/**
	 * Creates a certificate authority.
	 */
	public TestCertificates(Path directory, String authority) {
		this.directory = directory;
		this.authority = authority;
		keytool("-genkeypair", "-alias", "key", "-dname", "CN=" + authority, "-ext", "bc:c", "-ext", "ku:c=keyCertSign",
				"-keystore", store(authority).toString());
	}

	/**
	 * Returns the certificate of the authority in PEM format.
	 */
	public Path authority() {
		return pem(this.authority);
	}

	/**
	 * Creates a certificate for a server or a client, valid from now on.
	 * @param alternativeNames the subject alternative names in keytool syntax
	 */
	public Path issue(String name, String alternativeNames) {
		return issue(name, alternativeNames, "-startdate", "-1d", "-validity", "30");
	}

	/**
	 * Creates a certificate with a validity period.
	 */
	public Path issue(String name, String alternativeNames, String... dates) {
		Path request = this.directory.resolve(name + ".csr");
		Path signed = this.directory.resolve(name + ".crt");
		String store = store(name).toString();
		keytool("-genkeypair", "-alias", "key", "-dname", "CN=" + name, "-keystore", store);
		keytool("-certreq", "-alias", "key", "-file", request.toString(), "-keystore", store);
		List<String> sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", "key", "-infile", request.toString(),
				"-outfile", signed.toString(), "-ext", "san=" + alternativeNames, "-keystore",
				store(this.authority).toString()));
		sign.addAll(List.of(dates));
		keytool(sign.toArray(String[]::new));
		keytool("-importcert", "-noprompt", "-alias", "authority", "-file", authority().toString(), "-keystore", store);
		keytool("-importcert", "-noprompt", "-alias", "key", "-file", signed.toString(), "-keystore", store);
		return store(name);
	}

	/**
	 * Returns an issued certificate in PEM format.
	 */
	public Path pem(String name) {
		Path file = this.directory.resolve(name + ".pem");
		if (!Files.exists(file)) {
			keytool("-exportcert", "-rfc", "-alias", "key", "-file", file.toString(), "-keystore",
					store(name).toString());
		}
		return file;
	}

	/**
	 * Returns the key store of an issued certificate.
	 */
	public KeyStore keyStore(String name) {
		try {
			return KeyStore.getInstance(store(name).toFile(), PASSWORD.toCharArray());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Returns the private key of an issued certificate in PEM format.
	 */
	public Path key(String name) {
		return write(name + ".key", "PRIVATE KEY", privateKey(name).getEncoded());
	}

	/**
	 * Returns the encrypted private key of an issued certificate in PEM format.
	 */
	public Path encryptedKey(String name) {
		try {
			SecretKey key = SecretKeyFactory.getInstance(ENCRYPTION)
				.generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
			Cipher cipher = Cipher.getInstance(ENCRYPTION);
			cipher.init(Cipher.ENCRYPT_MODE, key);
			byte[] encrypted = cipher.doFinal(privateKey(name).getEncoded());
			byte[] algorithm = der(0x30, PBES2, cipher.getParameters().getEncoded());
			return write(name + ".encrypted.key", "ENCRYPTED PRIVATE KEY", der(0x30, algorithm, der(0x04, encrypted)));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * The JDK cannot write encrypted keys itself.
	 */
	private static byte[] der(int tag, byte[]... contents) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] one : contents) {
			content.writeBytes(one);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		out.write(0x82);
		out.write(content.size() >> 8);
		out.write(content.size());
		out.writeBytes(content.toByteArray());
		return out.toByteArray();
	}

	private PrivateKey privateKey(String name) {
		try {
			Key key = keyStore(name).getKey("key", PASSWORD.toCharArray());
			return (PrivateKey) key;
		}
		catch (GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Encodes data in PEM format.
	 */
	public Path write(String file, String type, byte[] content) {
		String base64 = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		try {
			return Files.writeString(this.directory.resolve(file),
					"-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path store(String name) {
		return this.directory.resolve(name + ".p12");
	}

	private void keytool(String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Duser.language=en"));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-storepass", PASSWORD));
		if (arguments[0].equals("-genkeypair")) {
			command.addAll(List.of("-storetype", "PKCS12", "-keyalg", "EC", "-groupname", "secp256r1", "-startdate",
					"-1d", "-validity", "30"));
		}
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new AssertionError("keytool failed: " + output);
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
