package io.sparkex.transport;

import java.net.IDN;
import java.util.concurrent.TimeUnit;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;

/**
 * The channel that is used unless another factory is given.
 */
final class NettyChannelFactory implements SparkChannelFactory {

	@Override
	public ManagedChannel create(ConnectionString target, ChannelOptions options) {
		int connectMillis = Math.max(1, (int) options.connectTimeout().toMillis());
		String host = target.host().contains(":") ? target.host() : IDN.toASCII(target.host());
		NettyChannelBuilder builder = NettyChannelBuilder.forAddress(host, target.port())
			.withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
			.maxInboundMessageSize(options.maxMessageSize())
			// The listeners only hand messages over, so a thread pool would cost time and
			// gain nothing.
			.directExecutor()
			.idleTimeout(30, TimeUnit.MINUTES)
			// Notices a connection that died in silence. More often than every five
			// minutes, servers take it for abuse.
			.keepAliveTime(5, TimeUnit.MINUTES)
			.keepAliveTimeout(20, TimeUnit.SECONDS);
		if (target.encrypted()) {
			builder.useTransportSecurity();
		}
		else {
			builder.usePlaintext();
		}
		return builder.build();
	}

}
