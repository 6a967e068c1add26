package io.sparkex.boot.autoconfigure.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of where gRPC channels come from.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.channel")
public class SparkexChannelProperties {

	/**
	 * Where gRPC channels come from.
	 */
	private Provider provider = Provider.AUTO;

	public Provider getProvider() {
		return this.provider;
	}

	public void setProvider(Provider provider) {
		this.provider = provider;
	}

	/**
	 * Whom to ask for a channel.
	 */
	public enum Provider {

		/** The channel factory of net.devh or Spring gRPC if there is one. */
		AUTO,

		/** The client itself, as 'sparkex.connection' says. */
		BUILT_IN,

		/** The starter of net.devh, as 'grpc.client.sparkex' says. */
		NET_DEVH,

		/** Spring gRPC, as 'spring.grpc.client.channel.sparkex' says. */
		SPRING_GRPC

	}

}
