package io.sparkex.connect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.net.DiagnosticTrustManager;
import io.sparkex.internal.net.HostNames;
import io.sparkex.internal.net.TrustMaterial;

/**
 * Default channel factory: a Netty channel with one connection.
 */
final class NettyChannelFactory implements SparkChannelFactory {

	private final List<SparkChannelCustomizer> customizers;

	NettyChannelFactory(List<SparkChannelCustomizer> customizers) {
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public ManagedChannel create(ConnectionString target, ChannelOptions options) {
		int connectMillis = Math.max(1, (int) options.connectTimeout().toMillis());
		String host = target.host().contains(":") ? target.host() : HostNames.toAscii(target.host());
		NettyChannelBuilder builder = NettyChannelBuilder.forAddress(host, target.port())
			.withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
			.maxInboundMessageSize(options.maxMessageSize())
			.maxInboundMetadataSize(ChannelOptions.MAX_METADATA_SIZE)
			// Listeners only hand messages over. A thread pool would only add latency.
			.directExecutor()
			.idleTimeout(millis(options.idleTimeout()), TimeUnit.MILLISECONDS)
			.keepAliveTime(millis(options.keepAliveTime()), TimeUnit.MILLISECONDS)
			.keepAliveTimeout(millis(options.keepAliveTimeout()), TimeUnit.MILLISECONDS);
		if (target.encrypted() || options.tls() != null) {
			encrypt(builder, tls(options));
		}
		else {
			builder.usePlaintext();
		}
		this.customizers.forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Override
	public boolean canDefer(ChannelOptions options) {
		return tls(options) == TlsOptions.systemTrust() && this.customizers.isEmpty();
	}

	private static TlsOptions tls(ChannelOptions options) {
		return (options.tls() != null) ? options.tls() : TlsOptions.systemTrust();
	}

	private static long millis(Duration duration) {
		return Math.max(1, duration.toMillis());
	}

	private static void encrypt(NettyChannelBuilder builder, TlsOptions tls) {
		builder.useTransportSecurity().sslContext(sslContext(tls));
		if (tls.serverName() != null) {
			builder.overrideAuthority(HostNames.toAscii(tls.serverName()));
		}
	}

	private static SslContext sslContext(TlsOptions tls) {
		SslContextBuilder context = GrpcSslContexts.forClient();
		trust(context, tls.trustManagers());
		KeyManagerFactory keys = tls.keyManagers();
		if (keys != null) {
			context.keyManager(keys);
		}
		if (!tls.protocols().isEmpty()) {
			context.protocols(tls.protocols());
		}
		if (!tls.ciphers().isEmpty()) {
			context.ciphers(tls.ciphers());
		}
		try {
			SslContext built = context.build();
			// Netty validates protocols and ciphers only when it creates an engine.
			// Creating one here reports them
			// when the session is built.
			ReferenceCountUtil.release(built.newEngine(UnpooledByteBufAllocator.DEFAULT));
			return built;
		}
		catch (SSLException | IllegalArgumentException ex) {
			throw new IllegalArgumentException("The TLS options cannot be used", ex);
		}
	}

	/**
	 * Wraps the trust manager to add certificate details to failures. Only an extended
	 * trust manager can be wrapped: for a plain {@code X509TrustManager} the JDK verifies
	 * the host name itself, and it would not do so for a wrapper.
	 */
	private static void trust(SslContextBuilder context, @Nullable TrustManagerFactory given) {
		TrustManagerFactory factory = (given != null) ? given : TrustMaterial.system();
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager extended) {
				context.trustManager(new DiagnosticTrustManager(extended));
				return;
			}
		}
		context.trustManager(factory);
	}

}
