package io.sparkex.internal.transport;

import java.io.IOException;
import java.io.InputStream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * A marshaller that parses a response from one array and lets its byte fields alias that
 * array, where gRPC's own marshaller copies each of them.
 */
final class AliasingMarshaller implements MethodDescriptor.Marshaller<ExecutePlanResponse> {

	private static final int RECURSION_LIMIT = 1_000;

	private final MethodDescriptor.Marshaller<ExecutePlanResponse> delegate;

	AliasingMarshaller(MethodDescriptor.Marshaller<ExecutePlanResponse> delegate) {
		this.delegate = delegate;
	}

	@Override
	public InputStream stream(ExecutePlanResponse value) {
		return this.delegate.stream(value);
	}

	@Override
	public ExecutePlanResponse parse(InputStream stream) {
		try {
			CodedInputStream input = UnsafeByteOperations.unsafeWrap(readFully(stream)).newCodedInput();
			input.enableAliasing(true);
			// Each level of a nested schema takes several nested messages.
			input.setRecursionLimit(RECURSION_LIMIT);
			ExecutePlanResponse response = ExecutePlanResponse.parseFrom(input);
			input.checkLastTagWas(0);
			return response;
		}
		catch (IOException ex) {
			throw Status.INTERNAL.withDescription("The response cannot be read").withCause(ex).asRuntimeException();
		}
	}

	private static byte[] readFully(InputStream stream) throws IOException {
		if (!(stream instanceof KnownLength)) {
			return stream.readAllBytes();
		}
		byte[] bytes = new byte[stream.available()];
		int length = stream.readNBytes(bytes, 0, bytes.length);
		if (length < bytes.length) {
			throw new IOException("The response ends after " + length + " of " + bytes.length + " bytes");
		}
		return bytes;
	}

}
