package io.sparkex.samples.secured.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContextBuilder;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Gateway that terminates TLS for a Spark Connect server, which does not support TLS, and
 * validates tokens.
 */
final class SparkGateway implements AutoCloseable {

	private final ManagedChannel spark;

	private final Server server;

	SparkGateway(EmbeddedSparkServer spark, Certificate certificate, AccessTokens tokens) throws IOException {
		this.spark = NettyChannelBuilder.forAddress(spark.host(), spark.port())
			.usePlaintext()
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.build();
		this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.sslContext(GrpcSslContexts.configure(SslContextBuilder.forServer(certificate.keyManagers())).build())
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.fallbackHandlerRegistry(new ForwardedMethods(this.spark, tokens, spark.token()))
			.build()
			.start();
	}

	int port() {
		return this.server.getPort();
	}

	@Override
	public void close() {
		this.server.shutdownNow();
		this.spark.shutdownNow();
	}

}
