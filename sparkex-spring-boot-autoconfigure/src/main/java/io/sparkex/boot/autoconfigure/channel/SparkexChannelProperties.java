package io.sparkex.boot.autoconfigure.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the source of gRPC channels.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex.channel")
public class SparkexChannelProperties {

	/**
	 * Source of the gRPC channels.
	 */
	private Provider provider = Provider.AUTO;

	public Provider getProvider() {
		return this.provider;
	}

	public void setProvider(Provider provider) {
		this.provider = provider;
	}

	/**
	 * Source of gRPC channels.
	 */
	public enum Provider {

		/** The channel factory of net.devh or Spring gRPC if one is available. */
		AUTO,

		/** The client itself, configured by 'sparkex.connection'. */
		BUILT_IN,

		/** The starter of net.devh, configured by 'grpc.client.sparkex'. */
		NET_DEVH,

		/** Spring gRPC, configured by 'spring.grpc.client.channel.sparkex'. */
		SPRING_GRPC

	}

}
