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
 * Makes TLS options of SSL bundles. Those of a bundle that has a name follow its changes.
 */
final class SparkSslBundles {

	private final @Nullable SslBundles bundles;

	private final Map<String, ReloadableTls> named = new ConcurrentHashMap<>();

	SparkSslBundles(@Nullable SslBundles bundles) {
		this.bundles = bundles;
	}

	/**
	 * The connection details of a session that its properties give.
	 */
	PropertiesSparkConnectionDetails connectionDetails(String prefix, SparkexSessionProperties properties) {
		return new PropertiesSparkConnectionDetails(prefix, properties, this.bundles);
	}

	/**
	 * The connection details of a session at the server of another.
	 */
	InheritedConnectionDetails connectionDetails(String prefix, SparkexSessionProperties properties,
			SparkConnectionDetails neighbour) {
		return new InheritedConnectionDetails(neighbour, connectionDetails(prefix, properties), properties);
	}

	/**
	 * The options of the bundle that connection details name.
	 * @return the options, or {@code null} if they name none
	 */
	@Nullable ReloadableTls named(SparkConnectionDetails connectionDetails) {
		String name = name(connectionDetails);
		SslBundle bundle = (name != null) ? connectionDetails.getSslBundle() : null;
		return (bundle != null) ? this.named.computeIfAbsent(name, (missing) -> follow(missing, bundle)) : null;
	}

	/**
	 * The options of the bundle that connection details have, and that does not change.
	 * @return the options, or {@code null} if they have none
	 */
	@Nullable TlsOptions fixed(SparkConnectionDetails connectionDetails) {
		SslBundle bundle = (name(connectionDetails) == null) ? connectionDetails.getSslBundle() : null;
		return (bundle != null) ? options(bundle) : null;
	}

	private static @Nullable String name(SparkConnectionDetails connectionDetails) {
		return (connectionDetails instanceof NamedSslBundle named) ? named.getSslBundleName() : null;
	}

	private ReloadableTls follow(String name, SslBundle bundle) {
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
