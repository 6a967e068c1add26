package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.autoconfigure.channel.ReloadableTls;
import io.sparkex.boot.autoconfigure.channel.SparkChannels;
import io.sparkex.boot.autoconfigure.channel.TokenProtection;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.connect.TlsOptions;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;

/**
 * Describes sessions as their properties and the beans of the application say.
 */
final class SparkSessionBuilders {

	private final SparkexProperties properties;

	private final SparkSessionBeans beans;

	private final SparkSslBundles sslBundles;

	private final SparkChannels channels;

	private final SessionListener events;

	/**
	 * Describes sessions.
	 * @param properties their properties
	 * @param beans finds the beans that go with them
	 * @param sslBundles makes their TLS options
	 * @param channels has them get their channels
	 * @param events hears of what becomes of them
	 */
	SparkSessionBuilders(SparkexProperties properties, SparkSessionBeans beans, SparkSslBundles sslBundles,
			SparkChannels channels, SessionListener events) {
		this.properties = properties;
		this.beans = beans;
		this.sslBundles = sslBundles;
		this.channels = channels;
		this.events = events;
	}

	/**
	 * A builder of the default session.
	 */
	SparkSessionBuilder create() {
		return create(null, "sparkex", this.properties, connectionDetails(), true);
	}

	/**
	 * Where the server of the default session is.
	 */
	private SparkConnectionDetails connectionDetails() {
		SparkConnectionDetails details = this.beans.best(SparkConnectionDetails.class, null, true);
		return (details != null) ? details : this.sslBundles.connectionDetails("sparkex", this.properties);
	}

	/**
	 * Another session.
	 * @param name the name of the session
	 */
	SparkSession build(String name) {
		return create(name).build();
	}

	/**
	 * A builder of another session. One without connection details of its own and without
	 * a URL goes to the server of the default session, with its token.
	 * @param name the name of the session
	 */
	private SparkSessionBuilder create(String name) {
		String prefix = "sparkex.sessions." + name;
		SparkexSessionProperties own = this.properties.getSessions().getOrDefault(name, new SparkexSessionProperties());
		SparkConnectionDetails details = this.beans.best(SparkConnectionDetails.class, name, false);
		boolean elsewhere = details != null || StringUtils.hasText(own.getUrl());
		if (details == null) {
			details = elsewhere ? this.sslBundles.connectionDetails(prefix, own)
					: this.sslBundles.connectionDetails(prefix, own, connectionDetails());
		}
		return create(name, prefix, own, details, !elsewhere && !StringUtils.hasText(own.getToken()));
	}

	private SparkSessionBuilder create(@Nullable String name, String prefix, SparkexSessionProperties session,
			SparkConnectionDetails details, boolean sharesTokens) {
		PropertyApplier applier = new PropertyApplier(prefix);
		SparkSessionBuilder builder = SparkSession.builder().url(details.getUrl());
		applier.applySecret("token", details.getToken(), builder::token);
		applier.apply("user-id", details.getUserId(), builder::userId);
		new SparkSessionConfigurer(prefix, session).configure(builder);
		boolean plaintext = session.getConnection().isAllowTokenOverPlaintext()
				|| details.isTokenAllowedOverPlaintext();
		builder.allowTokenOverPlaintext(plaintext);
		SparkTokenSupplier supplier = isTokenFixed(details) ? null
				: this.beans.best(SparkTokenSupplier.class, name, sharesTokens);
		if (supplier != null) {
			builder.tokenSupplier(supplier);
		}
		boolean hasToken = supplier != null || details.getToken() != null;
		channel(builder, name, details, new TokenProtection(hasToken, plaintext));
		this.beans.own(SparkSessionInitializer.class, name).forEach(builder::initializer);
		this.beans.common(ExecutionListener.class, name).forEach(builder::executionListener);
		builder.sessionListener(this.events);
		this.beans.common(SessionListener.class, name).forEach(builder::sessionListener);
		this.beans.common(SparkSessionBuilderCustomizer.class, name)
			.forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	/**
	 * Connection details that are not properties know the token of the server they lead
	 * to, such as an embedded one.
	 */
	private static boolean isTokenFixed(SparkConnectionDetails details) {
		if (details instanceof InheritedConnectionDetails named) {
			return !named.hasOwnToken() && isTokenFixed(named.neighbour());
		}
		return details.getToken() != null && !(details instanceof PropertiesSparkConnectionDetails);
	}

	private void channel(SparkSessionBuilder builder, @Nullable String name, SparkConnectionDetails details,
			TokenProtection protection) {
		TlsOptions fixed = this.sslBundles.fixed(details);
		if (fixed != null) {
			builder.tls(fixed);
		}
		ReloadableTls tls = this.sslBundles.named(details);
		SparkChannelFactory factory = this.beans.best(SparkChannelFactory.class, name, true);
		if (factory != null && tls != null) {
			tls.apply(builder, factory);
			return;
		}
		if (factory != null) {
			builder.channelFactory(factory);
			return;
		}
		if (details instanceof NamedSslBundle named && named.getSslBundleName() != null) {
			this.channels.refuseBundle(named.getSslBundleProperty(), named.getSslBundleName());
		}
		this.channels.configure(builder, name, this.beans.common(SparkChannelCustomizer.class, name), tls, protection);
	}

}
