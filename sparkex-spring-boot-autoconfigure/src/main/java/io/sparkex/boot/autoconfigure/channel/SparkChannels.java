package io.sparkex.boot.autoconfigure.channel;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.autoconfigure.channel.SparkexChannelProperties.Provider;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Has sessions get their channels from where the properties say.
 *
 * @since 0.1.0
 */
public final class SparkChannels {

	private final @Nullable SparkChannelProvider provider;

	private SparkChannels(@Nullable SparkChannelProvider provider) {
		this.provider = provider;
	}

	/**
	 * Channels of the client itself.
	 * @return the channels
	 */
	public static SparkChannels builtIn() {
		return new SparkChannels(null);
	}

	static SparkChannels of(Provider wanted, @Nullable SparkChannelProvider provider) {
		if (provider == null && (wanted == Provider.NET_DEVH || wanted == Provider.SPRING_GRPC)) {
			throw new InvalidConfigurationPropertyValueException("sparkex.channel.provider", wanted,
					"There is no bean of its GrpcChannelFactory. Add "
							+ ((wanted == Provider.NET_DEVH) ? "net.devh:grpc-client-spring-boot-starter"
									: "org.springframework.boot:spring-boot-starter-grpc-client")
							+ ", or set this to 'auto'.");
		}
		return new SparkChannels(provider);
	}

	/**
	 * Refuses an SSL bundle that channels of somebody else would not heed.
	 * @param property the property that names the bundle
	 * @param bundle the name of the bundle
	 * @throws InvalidConfigurationPropertyValueException if it is refused
	 */
	public void refuseBundle(String property, @Nullable String bundle) {
		if (this.provider != null) {
			throw new InvalidConfigurationPropertyValueException(property, bundle,
					"The channel comes from another library, which has its own settings for TLS. Set those, or"
							+ " 'sparkex.channel.provider' to built-in.");
		}
	}

	/**
	 * Has a session get its channel.
	 * @param builder the builder of the session
	 * @param session the name of the session, or {@code null} for the default one
	 * @param customizers what changes channels of the client itself
	 * @param tls the TLS options that may change, for channels of the client itself
	 * @param protection keeps the token of the session from travelling unencrypted
	 */
	public void configure(SparkSessionBuilder builder, @Nullable String session,
			List<SparkChannelCustomizer> customizers, @Nullable ReloadableTls tls, TokenProtection protection) {
		if (this.provider != null) {
			builder.channelFactory(this.provider.forSession(session, protection));
		}
		else if (tls != null) {
			tls.apply(builder, SparkChannelFactory.netty(customizers));
		}
		else {
			customizers.forEach(builder::channelCustomizer);
		}
	}

}
