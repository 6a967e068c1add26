package io.sparkex.connect;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.net.HostRules;
import io.sparkex.internal.net.PemSource;
import io.sparkex.internal.net.TlsIdentity;
import io.sparkex.internal.net.TlsTrust;

/**
 * Whom to trust and who to be on an encrypted connection. Immutable.
 * <p>
 * Each choice of trust takes the place of the one before, as does each of the identity.
 * Files are read when a session is built; what is wrong with them is an
 * {@link IllegalArgumentException} then. The name of the server is always verified.
 *
 * @since 0.1.0
 */
public final class TlsOptions {

	private static final TlsOptions SYSTEM_TRUST = new TlsOptions(null, null, null, List.of(), List.of());

	private final @Nullable TlsTrust trust;

	private final @Nullable TlsIdentity identity;

	private final @Nullable String serverName;

	private final List<String> protocols;

	private final List<String> ciphers;

	private TlsOptions(@Nullable TlsTrust trust, @Nullable TlsIdentity identity, @Nullable String serverName,
			List<String> protocols, List<String> ciphers) {
		this.trust = trust;
		this.identity = identity;
		this.serverName = serverName;
		this.protocols = List.copyOf(protocols);
		this.ciphers = List.copyOf(ciphers);
	}

	/**
	 * TLS with those trusted whom the JVM trusts, and no certificate of the client.
	 * @return the options to start from
	 */
	public static TlsOptions systemTrust() {
		return SYSTEM_TRUST;
	}

	/**
	 * These options with own authorities trusted, and nobody else.
	 * @param pem the file with their certificates, one or more
	 * @return new options
	 */
	public TlsOptions withTrustedCertificates(Path pem) {
		return withTrust(TlsTrust.pem(PemSource.of(pem)));
	}

	/**
	 * These options with own authorities trusted, and nobody else.
	 * @param pem their certificates, one or more
	 * @return new options
	 */
	public TlsOptions withTrustedCertificates(byte[] pem) {
		return withTrust(TlsTrust.pem(PemSource.of(pem)));
	}

	/**
	 * These options with the authorities in a key store trusted, and nobody else.
	 * @param trustStore the key store, loaded
	 * @return new options
	 */
	public TlsOptions withTrustStore(KeyStore trustStore) {
		return withTrust(TlsTrust.store(trustStore));
	}

	/**
	 * These options with whom trust managers trust.
	 * @param trustManagers the trust managers, initialised
	 * @return new options
	 */
	public TlsOptions withTrustManagers(TrustManagerFactory trustManagers) {
		return withTrust(TlsTrust.managers(trustManagers));
	}

	/**
	 * These options with a certificate of the client, for servers that ask for one.
	 * @param chain the file in PEM with the certificate, then those that lead to the
	 * authority
	 * @param key the file in PEM with the private key (PKCS #8)
	 * @return new options
	 */
	public TlsOptions withClientCertificate(Path chain, Path key) {
		return withIdentity(TlsIdentity.pem(PemSource.of(chain), PemSource.of(key), null));
	}

	/**
	 * These options with a certificate of the client whose key is encrypted.
	 * @param chain the file in PEM with the certificate, then those that lead to the
	 * authority
	 * @param key the file in PEM with the encrypted private key (PKCS #8)
	 * @param password the password of the key; copied
	 * @return new options
	 */
	public TlsOptions withClientCertificate(Path chain, Path key, char[] password) {
		return withIdentity(TlsIdentity.pem(PemSource.of(chain), PemSource.of(key), password));
	}

	/**
	 * These options with a certificate of the client, for servers that ask for one.
	 * @param chain the certificate in PEM, then those that lead to the authority
	 * @param key the private key in PEM (PKCS #8)
	 * @return new options
	 */
	public TlsOptions withClientCertificate(byte[] chain, byte[] key) {
		return withIdentity(TlsIdentity.pem(PemSource.of(chain), PemSource.of(key), null));
	}

	/**
	 * These options with a certificate of the client whose key is encrypted.
	 * @param chain the certificate in PEM, then those that lead to the authority
	 * @param key the encrypted private key in PEM (PKCS #8)
	 * @param password the password of the key; copied
	 * @return new options
	 */
	public TlsOptions withClientCertificate(byte[] chain, byte[] key, char[] password) {
		return withIdentity(TlsIdentity.pem(PemSource.of(chain), PemSource.of(key), password));
	}

	/**
	 * These options with a certificate of the client from a key store.
	 * @param keyStore the key store, loaded
	 * @param password the password of the key in it; copied
	 * @return new options
	 */
	public TlsOptions withKeyStore(KeyStore keyStore, char[] password) {
		return withIdentity(TlsIdentity.store(keyStore, password));
	}

	/**
	 * These options with the certificates that key managers choose.
	 * @param keyManagers the key managers, initialised
	 * @return new options
	 */
	public TlsOptions withKeyManagers(KeyManagerFactory keyManagers) {
		return withIdentity(TlsIdentity.managers(keyManagers));
	}

	private TlsOptions withTrust(TlsTrust trust) {
		return new TlsOptions(trust, this.identity, this.serverName, this.protocols, this.ciphers);
	}

	private TlsOptions withIdentity(TlsIdentity identity) {
		return new TlsOptions(this.trust, identity, this.serverName, this.protocols, this.ciphers);
	}

	/**
	 * These options with other versions of TLS allowed.
	 * @param protocols their names in Java, such as {@code TLSv1.3}; none for those that
	 * Java allows
	 * @return new options
	 */
	public TlsOptions withProtocols(List<String> protocols) {
		return new TlsOptions(this.trust, this.identity, this.serverName, protocols, this.ciphers);
	}

	/**
	 * These options with other ciphers allowed.
	 * @param ciphers their names in Java, such as {@code TLS_AES_256_GCM_SHA384}, the
	 * best first; none for those that suit HTTP/2
	 * @return new options
	 */
	public TlsOptions withCiphers(List<String> ciphers) {
		return new TlsOptions(this.trust, this.identity, this.serverName, this.protocols, ciphers);
	}

	/**
	 * These options for a server behind a tunnel: its certificate has to be for this name
	 * rather than for the host that is dialled, and it is asked for under this name.
	 * @param serverName the name in the certificate, without a port
	 * @return new options
	 */
	public TlsOptions withServerName(String serverName) {
		if (!HostRules.isName(serverName)) {
			throw new IllegalArgumentException("serverName must be the name of a host, without a port");
		}
		return new TlsOptions(this.trust, this.identity, serverName, this.protocols, this.ciphers);
	}

	/**
	 * Whom to trust, for channel factories.
	 * @return trust managers, or {@code null} for those of the JVM
	 * @throws IllegalArgumentException if the certificates cannot be read
	 */
	public @Nullable TrustManagerFactory trustManagers() {
		return (this.trust != null) ? this.trust.managers() : null;
	}

	/**
	 * Who to be, for channel factories.
	 * @return key managers, or {@code null} if the client has no certificate
	 * @throws IllegalArgumentException if the certificate or its key cannot be read
	 */
	public @Nullable KeyManagerFactory keyManagers() {
		return (this.identity != null) ? this.identity.managers() : null;
	}

	/**
	 * The name that the certificate of the server has to bear.
	 * @return the name, or {@code null} for the host that is dialled
	 */
	public @Nullable String serverName() {
		return this.serverName;
	}

	/**
	 * The versions of TLS that are allowed.
	 * @return names, or none for those that Java allows
	 */
	public List<String> protocols() {
		return this.protocols;
	}

	/**
	 * The ciphers that are allowed.
	 * @return names, or none for those that suit HTTP/2
	 */
	public List<String> ciphers() {
		return this.ciphers;
	}

	/**
	 * Shows where certificates and keys come from, and none of them.
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
