package io.sparkex.internal.net;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Reads a private key, encrypted or not, from PEM. Its messages show nothing of key and
 * password, and neither do causes that it keeps.
 */
final class PemKey {

	private static final String WHAT = "the key of the client";

	private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

	/**
	 * What the JDK calls an encryption whose particulars are in the parameters.
	 */
	private static final List<String> PBES2 = List.of("PBES2", "1.2.840.113549.1.5.13");

	private final PemSource source;

	private PemKey(PemSource source) {
		this.source = source;
	}

	static PrivateKey read(PemSource source, char @Nullable [] password) {
		return new PemKey(source).read(password);
	}

	private PrivateKey read(char @Nullable [] password) {
		for (PemSource.Block block : this.source.blocks(WHAT)) {
			switch (block.type()) {
				case "PRIVATE KEY" -> {
					return plain(block.content());
				}
				case "ENCRYPTED PRIVATE KEY" -> {
					if (password == null) {
						throw invalid("is encrypted; give its password as well", null);
					}
					return plain(decrypt(block.content(), password));
				}
				case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" -> throw invalid(
						"is of the old form '" + block.type() + "'; convert it to PKCS #8 with 'openssl pkcs8 -topk8'",
						null);
				default -> {
					// A certificate, or parameters, beside the key.
				}
			}
		}
		throw invalid("has no private key: it must have lines from -----BEGIN PRIVATE KEY----- or"
				+ " -----BEGIN ENCRYPTED PRIVATE KEY----- on", null);
	}

	private PrivateKey plain(byte[] encoded) {
		for (String algorithm : ALGORITHMS) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
			}
			catch (InvalidKeySpecException ex) {
				// Of another algorithm.
			}
			catch (GeneralSecurityException ex) {
				throw invalid("needs an algorithm that this JVM lacks", ex);
			}
		}
		throw invalid("is no RSA, EC or EdDSA key, or is damaged", null);
	}

	private byte[] decrypt(byte[] encoded, char[] password) {
		EncryptedPrivateKeyInfo info;
		Key key;
		Cipher cipher;
		PBEKeySpec spec = new PBEKeySpec(password);
		try {
			info = new EncryptedPrivateKeyInfo(encoded);
			String algorithm = algorithm(info);
			key = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
			cipher = Cipher.getInstance(algorithm);
			cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
		}
		catch (InvalidKeySpecException ex) {
			// Without the cause, which may show characters of the password.
			throw invalid("cannot be decrypted with a password that has characters beyond ASCII", null);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw invalid("is encrypted in a way that this JVM does not know; encrypt it anew with"
					+ " 'openssl pkcs8 -topk8 -v2 aes256'", ex);
		}
		finally {
			spec.clearPassword();
		}
		try {
			return cipher.doFinal(info.getEncryptedData());
		}
		catch (GeneralSecurityException ex) {
			throw invalid("cannot be decrypted: the password is wrong", ex);
		}
	}

	private static String algorithm(EncryptedPrivateKeyInfo info) {
		AlgorithmParameters parameters = info.getAlgParameters();
		return (parameters != null && PBES2.contains(info.getAlgName())) ? parameters.toString() : info.getAlgName();
	}

	private IllegalArgumentException invalid(String problem, @Nullable Exception cause) {
		return new IllegalArgumentException("The key of the client (" + this.source + ") " + problem, cause);
	}

}
