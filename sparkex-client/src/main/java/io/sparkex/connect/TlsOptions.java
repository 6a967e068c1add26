package io.sparkex.connect;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.net.HostNames;
import io.sparkex.internal.net.PemSource;
import io.sparkex.internal.net.KeyMaterial;
import io.sparkex.internal.net.TrustMaterial;

/**
 * TLS settings: trusted certificates, client certificate, protocols, cipher suites and
 * server name. Immutable and thread-safe; the {@code with} methods return a modified
 * copy.
 * <p>
 * Each method that sets the trusted certificates replaces the setting before; the same
 * holds for the client certificate. Files are read when a session is built, which fails
 * with an {@link IllegalArgumentException} if they cannot be used. The host name of the
 * server is always verified.
 *
 * @since 0.1.0
 */
public final class TlsOptions {

	private static final TlsOptions SYSTEM_TRUST = new TlsOptions(null, null, null, List.of(), List.of());

	private final @Nullable TrustMaterial trust;

	private final @Nullable KeyMaterial identity;

	private final @Nullable String serverName;

	private final List<String> protocols;

	private final List<String> ciphers;

	private TlsOptions(@Nullable TrustMaterial trust, @Nullable KeyMaterial identity, @Nullable String serverName,
			List<String> protocols, List<String> ciphers) {
		this.trust = trust;
		this.identity = identity;
		this.serverName = serverName;
		this.protocols = List.copyOf(protocols);
		this.ciphers = List.copyOf(ciphers);
	}

	/**
	 * Returns options that trust the authorities in the trust store of the JVM and have
	 * no client certificate.
	 * @return the options to start from
	 */
	public static TlsOptions systemTrust() {
		return SYSTEM_TRUST;
	}

	/**
	 * Returns a copy that trusts only the given certificate authorities.
	 * @param pem a PEM file with one or more certificates
	 * @return new options
	 */
	public TlsOptions withTrustedCertificates(Path pem) {
		return withTrust(TrustMaterial.pem(PemSource.of(pem)));
	}

	/**
	 * Returns a copy that trusts only the given certificate authorities.
	 * @param pem one or more certificates in PEM; the array is copied
	 * @return new options
	 */
	public TlsOptions withTrustedCertificates(byte[] pem) {
		return withTrust(TrustMaterial.pem(PemSource.of(pem)));
	}

	/**
	 * Returns a copy that trusts only the certificate authorities in a trust store.
	 * @param trustStore the loaded trust store
	 * @return new options
	 */
	public TlsOptions withTrustStore(KeyStore trustStore) {
		return withTrust(TrustMaterial.store(trustStore));
	}

	/**
	 * Returns a copy that validates server certificates with the given trust managers.
	 * @param trustManagers an initialized factory of trust managers
	 * @return new options
	 */
	public TlsOptions withTrustManagers(TrustManagerFactory trustManagers) {
		return withTrust(TrustMaterial.managers(trustManagers));
	}

	/**
	 * Returns a copy with a client certificate, for servers that require mutual TLS.
	 * @param chain a PEM file with the client certificate, followed by its intermediate
	 * certificates
	 * @param key a PEM file with the private key in PKCS&nbsp;#8 format
	 * @return new options
	 */
	public TlsOptions withClientCertificate(Path chain, Path key) {
		return withIdentity(KeyMaterial.pem(PemSource.of(chain), PemSource.of(key), null));
	}

	/**
	 * Returns a copy with a client certificate whose private key is encrypted.
	 * @param chain a PEM file with the client certificate, followed by its intermediate
	 * certificates
	 * @param key a PEM file with the encrypted private key in PKCS&nbsp;#8 format
	 * @param password the password of the key; the array is copied
	 * @return new options
	 */
	public TlsOptions withClientCertificate(Path chain, Path key, char[] password) {
		return withIdentity(KeyMaterial.pem(PemSource.of(chain), PemSource.of(key), password));
	}

	/**
	 * Returns a copy with a client certificate, for servers that require mutual TLS.
	 * @param chain the client certificate in PEM, followed by its intermediate
	 * certificates; the array is copied
	 * @param key the private key in PEM and PKCS&nbsp;#8 format; the array is copied
	 * @return new options
	 */
	public TlsOptions withClientCertificate(byte[] chain, byte[] key) {
		return withIdentity(KeyMaterial.pem(PemSource.of(chain), PemSource.of(key), null));
	}

	/**
	 * Returns a copy with a client certificate whose private key is encrypted.
	 * @param chain the client certificate in PEM, followed by its intermediate
	 * certificates; the array is copied
	 * @param key the encrypted private key in PEM and PKCS&nbsp;#8 format; the array is
	 * copied
	 * @param password the password of the key; the array is copied
	 * @return new options
	 */
	public TlsOptions withClientCertificate(byte[] chain, byte[] key, char[] password) {
		return withIdentity(KeyMaterial.pem(PemSource.of(chain), PemSource.of(key), password));
	}

	/**
	 * Returns a copy with the client certificate of a key store.
	 * @param keyStore the loaded key store
	 * @param password the password of the key; the array is copied
	 * @return new options
	 */
	public TlsOptions withKeyStore(KeyStore keyStore, char[] password) {
		return withIdentity(KeyMaterial.store(keyStore, password));
	}

	/**
	 * Returns a copy with the client certificates that the given key managers select.
	 * @param keyManagers an initialized factory of key managers
	 * @return new options
	 */
	public TlsOptions withKeyManagers(KeyManagerFactory keyManagers) {
		return withIdentity(KeyMaterial.managers(keyManagers));
	}

	private TlsOptions withTrust(TrustMaterial trust) {
		return new TlsOptions(trust, this.identity, this.serverName, this.protocols, this.ciphers);
	}

	private TlsOptions withIdentity(KeyMaterial identity) {
		return new TlsOptions(this.trust, identity, this.serverName, this.protocols, this.ciphers);
	}

	/**
	 * Returns a copy with other TLS protocol versions.
	 * @param protocols the JSSE names of the protocols, such as {@code TLSv1.3}; an empty
	 * list selects the defaults of the JVM
	 * @return new options
	 */
	public TlsOptions withProtocols(List<String> protocols) {
		return new TlsOptions(this.trust, this.identity, this.serverName, protocols, this.ciphers);
	}

	/**
	 * Returns a copy with other cipher suites.
	 * @param ciphers the JSSE names of the cipher suites, such as {@code
	 * TLS_AES_256_GCM_SHA384}, in order of preference; an empty list selects those
	 * suitable for HTTP/2
	 * @return new options
	 */
	public TlsOptions withCiphers(List<String> ciphers) {
		return new TlsOptions(this.trust, this.identity, this.serverName, this.protocols, ciphers);
	}

	/**
	 * Returns a copy that expects another host name in the server certificate, for a
	 * server behind a tunnel or proxy. The name is also sent as SNI and as the authority
	 * of the calls.
	 * @param serverName the host name in the certificate, without a port
	 * @return new options
	 * @throws IllegalArgumentException if the text is not a host name
	 */
	public TlsOptions withServerName(String serverName) {
		if (!HostNames.isName(serverName)) {
			throw new IllegalArgumentException("serverName must be a host name without a port");
		}
		return new TlsOptions(this.trust, this.identity, serverName, this.protocols, this.ciphers);
	}

	/**
	 * Returns the trust managers, for channel factories.
	 * @return the trust managers, or {@code null} for those of the JVM
	 * @throws IllegalArgumentException if the certificates cannot be read
	 */
	public @Nullable TrustManagerFactory trustManagers() {
		return (this.trust != null) ? this.trust.managers() : null;
	}

	/**
	 * Returns the key managers, for channel factories.
	 * @return the key managers, or {@code null} if there is no client certificate
	 * @throws IllegalArgumentException if the client certificate or its key cannot be
	 * read
	 */
	public @Nullable KeyManagerFactory keyManagers() {
		return (this.identity != null) ? this.identity.managers() : null;
	}

	/**
	 * Returns the host name that the server certificate must contain.
	 * @return the name, or {@code null} for the host of the connection string
	 */
	public @Nullable String serverName() {
		return this.serverName;
	}

	/**
	 * Returns the allowed TLS protocol versions.
	 * @return JSSE names, or an empty list for the defaults of the JVM
	 */
	public List<String> protocols() {
		return this.protocols;
	}

	/**
	 * Returns the allowed cipher suites.
	 * @return JSSE names, or an empty list for those suitable for HTTP/2
	 */
	public List<String> ciphers() {
		return this.ciphers;
	}

	/**
	 * Returns the sources of certificates and keys, but not their content.
	 */
	@Override
	public String toString() {
		return "TlsOptions[trust=" + ((this.trust != null) ? this.trust : "system") + ", identity="
				+ ((this.identity != null) ? this.identity : "none")
				+ ((this.serverName != null) ? ", serverName=" + this.serverName : "")
				+ (this.protocols.isEmpty() ? "" : ", protocols=" + this.protocols)
				+ (this.ciphers.isEmpty() ? "" : ", ciphers=" + this.ciphers) + "]";
	}

}
