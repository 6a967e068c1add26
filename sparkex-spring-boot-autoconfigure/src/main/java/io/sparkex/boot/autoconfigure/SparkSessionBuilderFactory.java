package io.sparkex.boot.autoconfigure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.autoconfigure.channel.PlaintextTokenPolicy;
import io.sparkex.boot.autoconfigure.channel.ReloadableTls;
import io.sparkex.boot.autoconfigure.channel.SparkChannelConfigurer;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.connect.TlsOptions;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;

/**
 * Factory of the builder of each session from its properties and the beans that apply to
 * it.
 */
final class SparkSessionBuilderFactory {

	private final SparkexProperties properties;

	private final SparkSessionBeans beans;

	private final SparkSslBundles sslBundles;

	private final SparkChannelConfigurer channels;

	private final SessionListener eventPublisher;

	/**
	 * Creates a factory.
	 * @param properties the properties of all sessions
	 * @param beans looks up the beans that apply to a session
	 * @param sslBundles converts SSL bundles to TLS options
	 * @param channels configures the source of gRPC channels
	 * @param eventPublisher publishes the events of sessions
	 */
	SparkSessionBuilderFactory(SparkexProperties properties, SparkSessionBeans beans, SparkSslBundles sslBundles,
			SparkChannelConfigurer channels, SessionListener eventPublisher) {
		this.properties = properties;
		this.beans = beans;
		this.sslBundles = sslBundles;
		this.channels = channels;
		this.eventPublisher = eventPublisher;
	}

	/**
	 * Creates a builder of the default session.
	 */
	SparkSessionBuilder createBuilder() {
		return createBuilder(null, "sparkex", this.properties, defaultConnectionDetails(), true);
	}

	private SparkConnectionDetails defaultConnectionDetails() {
		// The auto-configuration provides details unless the application does.
		return Objects.requireNonNull(this.beans.find(SparkConnectionDetails.class, null, true), "connectionDetails");
	}

	/**
	 * Creates a named session. Without its own connection details and URL, it uses the
	 * server of the default session, with the same token. Called by the bean definitions
	 * of {@link SparkSessionsRegistrar}.
	 * @param name the name of the session
	 */
	SparkSession createSession(String name) {
		String prefix = "sparkex.sessions." + name;
		SparkexSessionProperties session = this.properties.getSessions()
			.getOrDefault(name, new SparkexSessionProperties());
		SparkConnectionDetails details = this.beans.find(SparkConnectionDetails.class, name, false);
		boolean hasOwnServer = details != null || StringUtils.hasText(session.getUrl());
		if (details == null) {
			details = hasOwnServer ? this.sslBundles.connectionDetails(prefix, session)
					: this.sslBundles.connectionDetails(prefix, session, defaultConnectionDetails());
		}
		boolean sharesTokens = !hasOwnServer && !StringUtils.hasText(session.getToken());
		return createBuilder(name, prefix, session, details, sharesTokens).build();
	}

	private SparkSessionBuilder createBuilder(@Nullable String name, String prefix, SparkexSessionProperties session,
			SparkConnectionDetails details, boolean sharesTokens) {
		SparkSessionBuilder builder = SparkSession.builder().url(details.getUrl());
		NamedProperties named = new NamedProperties(prefix);
		named.applySecret("token", details.getToken(), builder::token);
		named.apply("user-id", details.getUserId(), builder::userId);
		new PropertiesSparkSessionBuilderCustomizer(prefix, session).customize(builder);
		applyTokensAndChannel(builder, name, session, details, sharesTokens);
		this.beans.listOwn(SparkSessionInitializer.class, name).forEach(builder::initializer);
		this.beans.list(ExecutionListener.class, name).forEach(builder::executionListener);
		builder.sessionListener(this.eventPublisher);
		this.beans.list(SessionListener.class, name).forEach(builder::sessionListener);
		this.beans.list(SparkSessionBuilderCustomizer.class, name)
			.forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	private void applyTokensAndChannel(SparkSessionBuilder builder, @Nullable String name,
			SparkexSessionProperties session, SparkConnectionDetails details, boolean sharesTokens) {
		boolean plaintext = session.getConnection().isAllowTokenOverPlaintext()
				|| details.isTokenAllowedOverPlaintext();
		builder.allowTokenOverPlaintext(plaintext);
		SparkTokenSupplier supplier = hasFixedToken(details) ? null
				: this.beans.find(SparkTokenSupplier.class, name, sharesTokens);
		if (supplier != null) {
			builder.tokenSupplier(supplier);
		}
		boolean hasToken = supplier != null || details.getToken() != null;
		applyChannel(builder, name, details, new PlaintextTokenPolicy(hasToken, plaintext));
	}

	/**
	 * Returns whether the token must not be replaced by the one of a supplier. Connection
	 * details that are not properties know the token of their server, for example an
	 * embedded one.
	 */
	private static boolean hasFixedToken(SparkConnectionDetails details) {
		if (details instanceof InheritedConnectionDetails inherited) {
			return !inherited.hasOwnToken() && hasFixedToken(inherited.parent());
		}
		return details.getToken() != null && !(details instanceof PropertiesSparkConnectionDetails);
	}

	private void applyChannel(SparkSessionBuilder builder, @Nullable String name, SparkConnectionDetails details,
			PlaintextTokenPolicy tokenPolicy) {
		TlsOptions fixedTls = this.sslBundles.fixedTls(details);
		if (fixedTls != null) {
			builder.tls(fixedTls);
		}
		ReloadableTls tls = this.sslBundles.reloadableTls(details);
		SparkChannelFactory factory = this.beans.find(SparkChannelFactory.class, name, true);
		if (factory != null && tls != null) {
			tls.apply(builder, factory);
			return;
		}
		if (factory != null) {
			builder.channelFactory(factory);
			return;
		}
		if (details instanceof NamedSslBundle named && named.getSslBundleName() != null) {
			this.channels.rejectSslBundle(named.getSslBundleProperty(), named.getSslBundleName());
		}
		this.channels.configure(builder, name, this.beans.list(SparkChannelCustomizer.class, name), tls, tokenPolicy);
	}

}
