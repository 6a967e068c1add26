package io.sparkex.transport;

import java.util.List;
import java.util.Map;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.proto.ErrorInfo;
import io.sparkex.proto.FetchErrorDetailsResponse;

/**
 * Makes an exception of a failed call, from the most that the server tells: the details
 * it keeps, else the error info in the trailers, else the bare status.
 */
final class ErrorConverter {

	private static final Logger logger = LoggerFactory.getLogger(ErrorConverter.class);

	private static final Metadata.Key<byte[]> STATUS_DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	private static final String PARSE_EXCEPTION = "org.apache.spark.sql.catalyst.parser.ParseException";

	private static final String ANALYSIS_EXCEPTION = "org.apache.spark.sql.AnalysisException";

	private final ConnectionString target;

	private final ErrorDetails details;

	ErrorConverter(ConnectionString target, ErrorDetails details) {
		this.target = target;
		this.details = details;
	}

	/**
	 * Makes an exception of a failed call.
	 * @param status how the call ended
	 * @param trailers what the server sent at its end, if it did
	 * @param answered whether the server has answered before
	 */
	SparkException convert(Status status, @Nullable Metadata trailers, boolean answered) {
		StatusException cause = status.asException(trailers);
		ErrorInfo info = errorInfo(trailers);
		if (info != null) {
			return fromErrorInfo(info, status, cause);
		}
		TlsException tls = TlsFailures.explain(status, this.target.authority(), cause);
		if (tls != null) {
			return tls;
		}
		if (answered && status.getCode() == Status.Code.UNAVAILABLE) {
			return new UnreachableException(
					"The connection to the server at " + this.target.authority() + " was lost: " + reason(status),
					cause);
		}
		return fromStatus(status, cause);
	}

	private static @Nullable ErrorInfo errorInfo(@Nullable Metadata trailers) {
		byte[] packed = (trailers != null) ? trailers.get(STATUS_DETAILS) : null;
		if (packed == null) {
			return null;
		}
		try {
			for (Any detail : io.sparkex.proto.Status.parseFrom(packed).getDetailsList()) {
				if (detail.is(ErrorInfo.class)) {
					return detail.unpack(ErrorInfo.class);
				}
			}
		}
		catch (InvalidProtocolBufferException ex) {
			logger.debug("The details of an error cannot be read", ex);
		}
		return null;
	}

	private SparkException fromErrorInfo(ErrorInfo info, Status status, StatusException cause) {
		Map<String, String> metadata = info.getMetadataMap();
		String errorClass = metadata.get("errorClass");
		String message = describe(status);
		Map<String, String> parameters = Map.of();
		List<String> types = List.of(info.getReason());
		List<QueryContext> contexts = List.of();
		String errorId = metadata.get("errorId");
		FetchErrorDetailsResponse.Error error = (errorId != null) ? this.details.fetch(errorId) : null;
		if (error != null) {
			contexts = QueryContexts.decode(error.getSparkThrowable().getQueryContextsList());
			message = QueryContexts.describe(error.getMessage(), contexts);
			parameters = error.getSparkThrowable().getMessageParametersMap();
			types = error.getErrorTypeHierarchyList();
		}
		if (errorClass != null && errorClass.startsWith("INVALID_HANDLE.SESSION")) {
			return new SessionLostException(message + " The temporary views, configuration and caches of the session"
					+ " are gone; build a new session.", cause);
		}
		if (errorClass != null && errorClass.startsWith("OPERATION_CANCELED")) {
			return new OperationCancelledException(message, cause);
		}
		RemoteError remote = new RemoteError(message, errorClass, metadata.get("sqlState"), parameters, contexts);
		if (isA(PARSE_EXCEPTION, types, metadata)) {
			return new ParseException(remote, cause);
		}
		if (isA(ANALYSIS_EXCEPTION, types, metadata)) {
			return new AnalysisException(remote, cause);
		}
		return new RemoteException(remote, cause);
	}

	/**
	 * Where there are no details, the trailers list the classes as text in JSON.
	 */
	private static boolean isA(String type, List<String> types, Map<String, String> metadata) {
		return types.contains(type) || metadata.getOrDefault("classes", "").contains('"' + type + '"');
	}

	private SparkException fromStatus(Status status, StatusException cause) {
		String server = "The server at " + this.target.authority();
		return switch (status.getCode()) {
			case UNAUTHENTICATED, PERMISSION_DENIED -> new AuthenticationException((this.target.token() != null)
					? server + " does not accept the token" : server + " asks for a token, and none is set", cause);
			case UNAVAILABLE -> new UnreachableException("No Spark Connect server answers at " + this.target.authority()
					+ ": " + reason(status) + ". Start one there, or correct the host and port in the URL", cause);
			case DEADLINE_EXCEEDED -> new DeadlineExceededException(server + " did not answer in time", cause);
			case CANCELLED -> cancelled(status, cause);
			case UNIMPLEMENTED -> new UnsupportedException(
					server + " does not know this call: " + reason(status) + ". It may be an older Spark, or no Spark",
					cause);
			case UNKNOWN -> new RemoteException(new RemoteError(server + " failed without a reason (" + describe(status)
					+ "). A plan nested deeper than its limit is one cause: see"
					+ " spark.connect.grpc.marshallerRecursionLimit there, or cut the plan with a temporary view", null,
					null, Map.of()), cause);
			case RESOURCE_EXHAUSTED -> new TransportException("A message is too large (" + describe(status)
					+ "). For results raise grpc_max_message_size in the URL, for plans"
					+ " spark.connect.grpc.maxInboundMessageSize on the server", cause);
			case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, ALREADY_EXISTS, OUT_OF_RANGE ->
				new RemoteException(new RemoteError(describe(status), null, null, Map.of()), cause);
			default -> new TransportException(
					"The call to the server at " + this.target.authority() + " failed: " + describe(status), cause);
		};
	}

	/**
	 * A response that cannot be read arrives as a cancellation as well.
	 */
	private static SparkException cancelled(Status status, StatusException cause) {
		if (status.getCause() instanceof Error error) {
			throw error;
		}
		if (status.getCause() != null) {
			return new CorruptResultException("A response of the server cannot be read: " + reason(status), cause);
		}
		return new OperationCancelledException("The call was cancelled: " + reason(status), cause);
	}

	private static String describe(Status status) {
		return (status.getDescription() != null) ? status.getDescription() : status.getCode().name();
	}

	/**
	 * The root of the cause, where gRPC keeps the telling part, else the description.
	 */
	private static String reason(Status status) {
		Throwable cause = status.getCause();
		while (cause != null && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause != null && cause.getMessage() != null) ? cause.getMessage() : describe(status);
	}

	/**
	 * Asks the server for what it keeps of an error.
	 */
	@FunctionalInterface
	interface ErrorDetails {

		FetchErrorDetailsResponse.@Nullable Error fetch(String errorId);

	}

}
