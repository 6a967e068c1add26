package io.sparkex.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

import io.sparkex.boot.autoconfigure.channel.ReloadableTls;
import io.sparkex.connect.TlsOptions;

/**
 * Converter of SSL bundles to {@link TlsOptions}. The options of a named bundle are
 * updated when the bundle is reloaded.
 */
final class SparkSslBundles {

	private final @Nullable SslBundles bundles;

	private final Map<String, ReloadableTls> reloadable = new ConcurrentHashMap<>();

	SparkSslBundles(@Nullable SslBundles bundles) {
		this.bundles = bundles;
	}

	/**
	 * Creates the connection details of a session from its properties.
	 */
	PropertiesSparkConnectionDetails connectionDetails(String prefix, SparkexSessionProperties properties) {
		return new PropertiesSparkConnectionDetails(prefix, properties, this.bundles);
	}

	/**
	 * Creates the connection details of a session that uses the server of another
	 * session.
	 */
	InheritedConnectionDetails connectionDetails(String prefix, SparkexSessionProperties properties,
			SparkConnectionDetails parent) {
		return new InheritedConnectionDetails(parent, connectionDetails(prefix, properties), properties);
	}

	/**
	 * Returns the TLS options for the named bundle of connection details.
	 * @return the options, or {@code null} if there is no named bundle
	 */
	@Nullable ReloadableTls reloadableTls(SparkConnectionDetails connectionDetails) {
		String name = name(connectionDetails);
		SslBundle bundle = (name != null) ? connectionDetails.getSslBundle() : null;
		return (bundle != null) ? this.reloadable.computeIfAbsent(name, (missing) -> createReloadable(missing, bundle))
				: null;
	}

	/**
	 * Returns the TLS options for the unnamed bundle of connection details, which does
	 * not change.
	 * @return the options, or {@code null} if there is no unnamed bundle
	 */
	@Nullable TlsOptions fixedTls(SparkConnectionDetails connectionDetails) {
		SslBundle bundle = (name(connectionDetails) == null) ? connectionDetails.getSslBundle() : null;
		return (bundle != null) ? options(bundle) : null;
	}

	private static @Nullable String name(SparkConnectionDetails connectionDetails) {
		return (connectionDetails instanceof NamedSslBundle named) ? named.getSslBundleName() : null;
	}

	private ReloadableTls createReloadable(String name, SslBundle bundle) {
		ReloadableTls tls = new ReloadableTls(options(bundle));
		if (this.bundles != null) {
			this.bundles.addBundleUpdateHandler(name, (changed) -> tls.reload(options(changed)));
		}
		return tls;
	}

	private static TlsOptions options(SslBundle bundle) {
		TlsOptions options = TlsOptions.systemTrust()
			.withTrustManagers(bundle.getManagers().getTrustManagerFactory())
			.withKeyManagers(bundle.getManagers().getKeyManagerFactory());
		SslOptions ssl = bundle.getOptions();
		return options.withProtocols(list(ssl.getEnabledProtocols())).withCiphers(list(ssl.getCiphers()));
	}

	private static List<String> list(String @Nullable [] names) {
		return (names != null) ? List.of(names) : List.of();
	}

}
