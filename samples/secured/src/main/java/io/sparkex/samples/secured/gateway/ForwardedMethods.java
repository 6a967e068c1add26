package io.sparkex.samples.secured.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Registry of methods that are forwarded as bytes. Validates the token of the caller and
 * replaces it with the token of Spark.
 */
final class ForwardedMethods extends HandlerRegistry {

	private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("Authorization",
			Metadata.ASCII_STRING_MARSHALLER);

	private final Channel spark;

	private final AccessTokens tokens;

	private final String sparkToken;

	ForwardedMethods(Channel spark, AccessTokens tokens, String sparkToken) {
		this.spark = spark;
		this.tokens = tokens;
		this.sparkToken = sparkToken;
	}

	@Override
	public ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
		MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER)
			.setFullMethodName(methodName)
			.setType(MethodDescriptor.MethodType.UNKNOWN)
			.build();
		return ServerMethodDefinition.create(method, this::start);
	}

	private ServerCall.Listener<byte[]> start(ServerCall<byte[], byte[]> caller, Metadata headers) {
		if (!this.tokens.isValid(headers.get(AUTHORIZATION))) {
			caller.close(Status.UNAUTHENTICATED.withDescription("The token is unknown to the gateway"), new Metadata());
			return new ServerCall.Listener<>() {
			};
		}
		headers.removeAll(AUTHORIZATION);
		headers.put(AUTHORIZATION, "Bearer " + this.sparkToken);
		ClientCall<byte[], byte[]> callee = this.spark.newCall(caller.getMethodDescriptor(), CallOptions.DEFAULT);
		return ForwardedCall.start(caller, callee, headers);
	}

	/**
	 * Marshaller that does not change messages.
	 */
	private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {

		MARSHALLER;

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			try {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
