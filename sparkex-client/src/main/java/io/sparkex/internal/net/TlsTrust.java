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
 * Whom to trust instead of those whom the JVM trusts.
 */
public final class TlsTrust {

	private static final String WHAT = "the trusted certificates";

	private final String description;

	private final Supplier<TrustManagerFactory> managers;

	private TlsTrust(String description, Supplier<TrustManagerFactory> managers) {
		this.description = description;
		this.managers = managers;
	}

	public static TlsTrust pem(PemSource source) {
		return new TlsTrust(source.toString(), () -> managersOf(store(source.certificates(WHAT))));
	}

	public static TlsTrust store(KeyStore store) {
		return new TlsTrust("key store", () -> managersOf(store));
	}

	public static TlsTrust managers(TrustManagerFactory managers) {
		return new TlsTrust("trust managers", () -> managers);
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
			throw new IllegalStateException("The JVM cannot keep certificates", ex);
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
			throw new IllegalArgumentException("The trust store cannot be used; load it before it is given", ex);
		}
		// A handshake would report it as a failure of the JVM's validator.
		throw new IllegalArgumentException("The trust store has no trusted certificate; import that of the authority");
	}

	/**
	 * Those whom the JVM trusts.
	 */
	public static TrustManagerFactory system() {
		try {
			return initialised(null);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The trust store of the JVM cannot be used; correct"
					+ " javax.net.ssl.trustStore and javax.net.ssl.trustStorePassword", ex);
		}
	}

	private static TrustManagerFactory initialised(@Nullable KeyStore store) throws GeneralSecurityException {
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
