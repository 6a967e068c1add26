package io.sparkex.transport;

import java.util.Map;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Adds the token and the headers of the connection string to each call.
 */
final class HeaderInterceptor implements ClientInterceptor {

	private static final Metadata.Key<String> AUTHORIZATION = key("authorization");

	private final Metadata headers = new Metadata();

	HeaderInterceptor(@Nullable String token, Map<String, String> headers) {
		headers.forEach((name, value) -> this.headers.put(key(name), value));
		if (token != null) {
			this.headers.put(AUTHORIZATION, "Bearer " + token);
		}
	}

	private static Metadata.Key<String> key(String name) {
		return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
	}

	@Override
	public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(MethodDescriptor<ReqT, RespT> method,
			CallOptions options, Channel next) {
		return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

			@Override
			public void start(Listener<RespT> listener, Metadata callHeaders) {
				callHeaders.merge(HeaderInterceptor.this.headers);
				super.start(listener, callHeaders);
			}

		};
	}

}
