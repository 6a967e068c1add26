package io.sparkex.internal.transport;

import java.util.Map;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

import io.sparkex.connect.SparkToken;

/**
 * Interceptor that adds the current token, the headers of the connection string and the
 * headers of an execution to calls.
 */
final class HeaderInterceptor implements ClientInterceptor {

	private static final Metadata.Key<String> AUTHORIZATION = key("authorization");

	private final Metadata headers = new Metadata();

	private final TokenCache tokens;

	HeaderInterceptor(TokenCache tokens, Map<String, String> headers) {
		this.tokens = tokens;
		headers.forEach((name, value) -> this.headers.put(key(name), value));
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
				options.getOption(OutgoingExecution.HEADERS)
					.forEach((name, value) -> callHeaders.put(key(name), value));
				SparkToken token = HeaderInterceptor.this.tokens.peek();
				if (token != null) {
					callHeaders.put(AUTHORIZATION, "Bearer " + token.value());
				}
				super.start(listener, callHeaders);
			}

		};
	}

}
