package io.sparkex.test;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/**
 * {@link MethodDescriptor.Marshaller} that parses requests from their bytes. In-process
 * gRPC passes the same message object from client to server, and its own parser rejects
 * deep plans much earlier than Spark.
 *
 * @param <Q> the class of the requests
 */
final class ReparsingMarshaller<Q> implements MethodDescriptor.Marshaller<Q> {

	/**
	 * Default recursion limit of Spark.
	 */
	private static final int RECURSION_LIMIT = 1024;

	private final MethodDescriptor.Marshaller<Q> delegate;

	private final Message prototype;

	ReparsingMarshaller(MethodDescriptor.Marshaller<Q> delegate) {
		this.delegate = delegate;
		Object message = ((MethodDescriptor.PrototypeMarshaller<Q>) delegate).getMessagePrototype();
		this.prototype = (Message) Objects.requireNonNull(message, "message");
	}

	@Override
	public InputStream stream(Q value) {
		return this.delegate.stream(value);
	}

	@Override
	@SuppressWarnings("unchecked")
	public Q parse(InputStream stream) {
		try {
			CodedInputStream input = CodedInputStream.newInstance(stream.readAllBytes());
			input.setRecursionLimit(RECURSION_LIMIT);
			return (Q) this.prototype.getParserForType().parseFrom(input);
		}
		catch (IOException ex) {
			throw Status.INTERNAL.withDescription("The request cannot be parsed").withCause(ex).asRuntimeException();
		}
	}

}
