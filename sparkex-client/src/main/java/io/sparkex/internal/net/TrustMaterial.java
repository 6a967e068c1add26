package io.sparkex.internal.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Trusted certificates that replace those of the JVM, as a lazy source of trust managers.
 */
public final class TrustMaterial {

	private static final String WHAT = "the trusted certificates";

	private final String description;

	private final Supplier<TrustManagerFactory> managers;

	private TrustMaterial(String description, Supplier<TrustManagerFactory> managers) {
		this.description = description;
		this.managers = managers;
	}

	public static TrustMaterial pem(PemSource source) {
		return new TrustMaterial(source.toString(), () -> managersOf(store(source.certificates(WHAT))));
	}

	public static TrustMaterial store(KeyStore store) {
		return new TrustMaterial("key store", () -> managersOf(store));
	}

	public static TrustMaterial managers(TrustManagerFactory managers) {
		return new TrustMaterial("trust managers", () -> managers);
	}

	private static KeyStore store(List<Certificate> certificates) {
		try {
			KeyStore store = emptyStore();
			for (int i = 0; i < certificates.size(); i++) {
				store.setCertificateEntry("trusted-" + i, certificates.get(i));
			}
			return store;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The JVM cannot store certificates", ex);
		}
	}

	static KeyStore emptyStore() throws GeneralSecurityException {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			return store;
		}
		catch (IOException ex) {
			throw new KeyStoreException(ex);
		}
	}

	private static TrustManagerFactory managersOf(KeyStore store) {
		try {
			if (store.size() > 0) {
				TrustManagerFactory managers = TrustManagerFactory
					.getInstance(TrustManagerFactory.getDefaultAlgorithm());
				managers.init(store);
				return managers;
			}
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The trust store cannot be used; load it first", ex);
		}
		// Without this check the handshake fails with an internal error of the
		// certificate path validator.
		throw new IllegalArgumentException(
				"The trust store has no trusted certificate; import the certificate of the authority");
	}

	/**
	 * Returns the trust managers of the JVM.
	 */
	public static TrustManagerFactory system() {
		try {
			return initialized(null);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The trust store of the JVM cannot be used; correct"
					+ " javax.net.ssl.trustStore and javax.net.ssl.trustStorePassword", ex);
		}
	}

	private static TrustManagerFactory initialized(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(store);
		return managers;
	}

	public TrustManagerFactory managers() {
		return this.managers.get();
	}

	@Override
	public String toString() {
		return this.description;
	}

}
