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
 * Reader of private keys in PEM and PKCS #8 format, encrypted or not. Neither its
 * messages nor the causes that it keeps show any part of the key or password.
 */
final class PemKeyReader {

	private static final String WHAT = "the client key";

	private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

	/**
	 * The names under which the JDK reports an encryption whose algorithm is in its
	 * parameters.
	 */
	private static final List<String> PBES2 = List.of("PBES2", "1.2.840.113549.1.5.13");

	private final PemSource source;

	private PemKeyReader(PemSource source) {
		this.source = source;
	}

	static PrivateKey read(PemSource source, char @Nullable [] password) {
		return new PemKeyReader(source).read(password);
	}

	private PrivateKey read(char @Nullable [] password) {
		for (PemSource.Block block : this.source.blocks(WHAT)) {
			switch (block.type()) {
				case "PRIVATE KEY" -> {
					return plain(block.content());
				}
				case "ENCRYPTED PRIVATE KEY" -> {
					if (password == null) {
						throw invalid("is encrypted; set its password as well", null);
					}
					return plain(decrypt(block.content(), password));
				}
				case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" -> throw invalid("has the legacy format '"
						+ block.type() + "'; convert it to PKCS #8 with 'openssl pkcs8 -topk8'", null);
				default -> {
					// Skip certificates and EC parameters next to the key.
				}
			}
		}
		throw invalid("has no private key: it must contain -----BEGIN PRIVATE KEY----- or"
				+ " -----BEGIN ENCRYPTED PRIVATE KEY-----", null);
	}

	private PrivateKey plain(byte[] encoded) {
		for (String algorithm : ALGORITHMS) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
			}
			catch (InvalidKeySpecException ex) {
				// Try the next algorithm.
			}
			catch (GeneralSecurityException ex) {
				throw invalid("requires an algorithm that this JVM does not support", ex);
			}
		}
		throw invalid("is not an RSA, EC or EdDSA key, or is corrupt", null);
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
			// The cause is omitted because it may show characters of the password.
			throw invalid("cannot be decrypted: the password has characters that are not ASCII", null);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw invalid("uses an encryption that this JVM does not support; encrypt it again with"
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
		return new IllegalArgumentException("The client key (" + this.source + ") " + problem, cause);
	}

}
