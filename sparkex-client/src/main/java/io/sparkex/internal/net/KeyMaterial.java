package io.sparkex.internal.net;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Client certificate with its private key, as a lazy source of key managers.
 */
public final class KeyMaterial {

	private static final String WHAT = "the client certificate";

	private final String description;

	private final Supplier<KeyManagerFactory> managers;

	private KeyMaterial(String description, Supplier<KeyManagerFactory> managers) {
		this.description = description;
		this.managers = managers;
	}

	public static KeyMaterial pem(PemSource chain, PemSource key, char @Nullable [] password) {
		char[] copy = (password != null) ? password.clone() : null;
		return new KeyMaterial(chain.toString(), () -> {
			List<Certificate> certificates = chain.certificates(WHAT);
			PrivateKey privateKey = PemKeyReader.read(key, copy);
			if (!belongTogether(certificates.get(0), privateKey)) {
				throw new IllegalArgumentException(
						"The client key (" + key + ") does not belong to the first certificate (" + chain + ")");
			}
			return managersOf(certificates, privateKey);
		});
	}

	public static KeyMaterial store(KeyStore store, char[] password) {
		char[] copy = password.clone();
		return new KeyMaterial("key store", () -> managersOf(store, copy));
	}

	public static KeyMaterial managers(KeyManagerFactory managers) {
		return new KeyMaterial("key managers", () -> managers);
	}

	/**
	 * Returns {@code true} if the certificate verifies a signature of the key.
	 */
	private static boolean belongTogether(Certificate certificate, PrivateKey key) {
		String algorithm = switch (key.getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC" -> "SHA256withECDSA";
			default -> "EdDSA";
		};
		try {
			byte[] text = new byte[] { 1, 2, 3 };
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(key);
			signature.update(text);
			byte[] signed = signature.sign();
			signature.initVerify(certificate.getPublicKey());
			signature.update(text);
			return signature.verify(signed);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static KeyManagerFactory managersOf(List<Certificate> chain, PrivateKey key) {
		char[] password = new char[0];
		try {
			KeyStore store = TrustMaterial.emptyStore();
			store.setKeyEntry("client", key, password, chain.toArray(Certificate[]::new));
			return initialized(store, password);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The client certificate and its key cannot be used", ex);
		}
	}

	private static KeyManagerFactory managersOf(KeyStore store, char[] password) {
		try {
			for (String alias : Collections.list(store.aliases())) {
				if (store.isKeyEntry(alias)) {
					return initialized(store, password);
				}
			}
		}
		catch (UnrecoverableKeyException ex) {
			throw new IllegalArgumentException("The password of the key in the key store is wrong", ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The key store cannot be used; load it first", ex);
		}
		throw new IllegalArgumentException("The key store has no key; import the certificate together with its key");
	}

	private static KeyManagerFactory initialized(KeyStore store, char[] password) throws GeneralSecurityException {
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, password);
		return managers;
	}

	public KeyManagerFactory managers() {
		return this.managers.get();
	}

	@Override
	public String toString() {
		return this.description;
	}

}
