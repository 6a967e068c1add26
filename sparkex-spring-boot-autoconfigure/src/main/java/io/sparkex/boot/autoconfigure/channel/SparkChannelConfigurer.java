package io.sparkex.boot.autoconfigure.channel;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Configurer of the source of gRPC channels on the builders of sessions.
 *
 * @since 0.1.0
 */
public final class SparkChannelConfigurer {

	private final @Nullable SparkChannelProvider provider;

	private SparkChannelConfigurer(@Nullable SparkChannelProvider provider) {
		this.provider = provider;
	}

	/**
	 * Returns a configurer for the channels of the client itself.
	 * @return the configurer
	 */
	public static SparkChannelConfigurer builtIn() {
		return new SparkChannelConfigurer(null);
	}

	static SparkChannelConfigurer of(SparkexChannelProperties.Provider required,
			@Nullable SparkChannelProvider provider) {
		if (provider == null && (required == SparkexChannelProperties.Provider.NET_DEVH
				|| required == SparkexChannelProperties.Provider.SPRING_GRPC)) {
			throw new InvalidConfigurationPropertyValueException("sparkex.channel.provider", required,
					"No bean of its type GrpcChannelFactory is available. Add "
							+ ((required == SparkexChannelProperties.Provider.NET_DEVH)
									? "net.devh:grpc-client-spring-boot-starter"
									: "org.springframework.boot:spring-boot-starter-grpc-client")
							+ ", or set the property to 'auto'.");
		}
		return new SparkChannelConfigurer(provider);
	}

	/**
	 * Rejects an SSL bundle if the channels come from another library, which would ignore
	 * it.
	 * @param property the property that refers to the bundle
	 * @param bundle the name of the bundle
	 * @throws InvalidConfigurationPropertyValueException if the bundle is rejected
	 */
	public void rejectSslBundle(String property, @Nullable String bundle) {
		if (this.provider != null) {
			throw new InvalidConfigurationPropertyValueException(property, bundle,
					"The channel comes from another library, which has its own TLS properties. Set those, or set"
							+ " 'sparkex.channel.provider' to built-in.");
		}
	}

	/**
	 * Configures the channels of a session.
	 * @param builder the builder of the session
	 * @param session the name of the session, or {@code null} for the default session
	 * @param customizers customize the channels of the client itself
	 * @param tls the reloadable TLS options for channels of the client itself
	 * @param tokenPolicy checks whether the token of the session may be sent over a
	 * channel
	 */
	public void configure(SparkSessionBuilder builder, @Nullable String session,
			List<SparkChannelCustomizer> customizers, @Nullable ReloadableTls tls, PlaintextTokenPolicy tokenPolicy) {
		if (this.provider != null) {
			builder.channelFactory(this.provider.forSession(session, tokenPolicy));
		}
		else if (tls != null) {
			tls.apply(builder, SparkChannelFactory.netty(customizers));
		}
		else {
			customizers.forEach(builder::channelCustomizer);
		}
	}

}
