package io.sparkex.internal.transport;

import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.internal.net.TlsFailures;

/**
 * Converter of failures that Spark did not report: those of the connection, of a proxy,
 * or of gRPC on either side.
 */
final class StatusErrors {

	private static final Metadata.Key<String> CONTENT_TYPE = Metadata.Key.of("content-type",
			Metadata.ASCII_STRING_MARSHALLER);

	/**
	 * The description of gRPC servers for an exception that they hide.
	 */
	private static final String HIDDEN_ERROR = "Application error processing RPC";

	private static final Pattern TOO_LARGE = Pattern.compile("exceeds maximum size (\\d+)(?:: (\\d+))?");

	private static final Pattern WAITED = Pattern.compile("deadline exceeded after (\\d+(?:\\.\\d{1,3})?)");

	private final ConnectionString target;

	private final boolean hasToken;

	private final String authority;

	private final String server;

	StatusErrors(ConnectionString target, boolean hasToken) {
		this.hasToken = hasToken;
		this.target = target;
		this.authority = target.authority();
		this.server = "The server at " + this.authority;
	}

	/**
	 * Converts a status.
	 * @param answered whether the server has responded before
	 */
	SparkException convert(Status status, StatusException cause, boolean answered) {
		TlsException tls = TlsFailures.explain(status, this.authority, cause);
		if (tls != null) {
			return tls;
		}
		String foreign = NonSparkServerDetector.recognize(status);
		if (foreign != null) {
			return foreign(foreign, status, cause);
		}
		String violation = ProtocolErrors.describe(status, this.authority);
		if (violation != null) {
			return new TransportException(violation, cause);
		}
		return switch (status.getCode()) {
			case UNAUTHENTICATED -> new AuthenticationException(unauthenticated() + description(status), cause);
			case PERMISSION_DENIED ->
				new AuthenticationException(this.server + " denies the call: the token or the user has no"
						+ " permission to use the server" + description(status), cause);
			case UNAVAILABLE -> new UnreachableException(unreachable(status, answered), cause);
			case DEADLINE_EXCEEDED -> new DeadlineExceededException(
					this.server + " did not answer in time" + waited(status)
							+ ". It is busy, or the timeout is too short; the operation may still run on the server",
					cause);
			case CANCELLED -> cancelled(status, cause);
			case UNIMPLEMENTED -> new UnsupportedException(this.server + " does not know this call: " + reason(status)
					+ ". It is an older Spark, or a gRPC server other than Spark Connect", cause);
			case UNKNOWN -> unknown(status, cause);
			case RESOURCE_EXHAUSTED -> new TransportException(exhausted(status, cause.getTrailers()), cause);
			case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, ALREADY_EXISTS, OUT_OF_RANGE ->
				new RemoteException(RemoteError.of(this.server + " rejects the call: " + describe(status)), cause);
			default ->
				new TransportException("The call to the server at " + this.authority + " failed: " + reason(status)
						+ ". If it happens again, see the log of the server or of a proxy in between", cause);
		};
	}

	private SparkException foreign(String what, Status status, StatusException cause) {
		return switch (status.getCode()) {
			case UNAUTHENTICATED, PERMISSION_DENIED ->
				new AuthenticationException("A proxy in front of the server at " + this.authority + " rejects"
						+ " the call (" + what + "). Correct the token, or the headers it wants", cause);
			case UNAVAILABLE -> new UnreachableException(
					"A proxy answers at " + this.authority + ", but no Spark Connect server behind it (" + what
							+ "). Start one there, or wait until it has started",
					cause);
			default -> new TransportException("The peer at " + this.authority + " is not a Spark Connect server ("
					+ what + "). Correct the host and port in the URL; a proxy in between must support gRPC, which"
					+ " is HTTP/2", cause);
		};
	}

	private String unauthenticated() {
		return this.hasToken
				? this.server
						+ " does not accept the token. Compare it with spark.connect.authenticate.token there, or with"
						+ " what a gateway before it expects"
				: this.server + " requires a token, but none is set. Set one, for example with token= in the URL";
	}

	/**
	 * Returns the description of the peer if it says more than the name of the status.
	 */
	private static String description(Status status) {
		String description = status.getDescription();
		return (description != null && !description.isBlank()) ? " (it says: " + description.strip() + ")" : "";
	}

	private String unreachable(Status status, boolean answered) {
		if (isCausedBy(UnknownHostException.class, status)) {
			return "The host " + this.target.host() + " is not known: " + reason(status)
					+ ". Correct it in the URL, or check the name service";
		}
		if (answered) {
			return "The connection to the server at " + this.authority + " was lost: " + reason(status)
					+ ". The server or the network failed; the outcome of a running command is unknown";
		}
		return "No Spark Connect server answers at " + this.authority + ": " + reason(status)
				+ ". Start one there, or correct the host and port in the URL";
	}

	private static boolean isCausedBy(Class<? extends Throwable> type, Status status) {
		for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private static String waited(Status status) {
		Matcher matcher = WAITED.matcher(describe(status));
		return matcher.find() ? ", which was " + matcher.group(1) + " s" : "";
	}

	/**
	 * Converts a cancellation. A response that cannot be parsed also arrives as one.
	 */
	private SparkException cancelled(Status status, StatusException cause) {
		if (status.getCause() instanceof Error error) {
			throw error;
		}
		if (status.getCause() != null) {
			return new CorruptResultException(
					"A response of the server at " + this.authority + " cannot be read: " + reason(status), cause);
		}
		return new OperationCancelledException("The call was cancelled: " + reason(status), cause);
	}

	private SparkException unknown(Status status, StatusException cause) {
		if (status.getCause() != null) {
			return new TransportException(
					"The call to the server at " + this.authority + " failed in this client: " + reason(status), cause);
		}
		String description = status.getDescription();
		if (description != null && !description.equals(HIDDEN_ERROR)) {
			return new RemoteException(
					RemoteError.of(this.server + " failed: " + description + ". See its log for details"), cause);
		}
		return new RemoteException(RemoteError
			.of(this.server + " failed without a reason; see its log. If the plan is deeply nested, for example by"
					+ " withColumn in a loop, that is the likely reason: add the columns at once, truncate the plan"
					+ " with localCheckpoint(), or increase spark.connect.grpc.marshallerRecursionLimit on the server"),
				cause);
	}

	private String exhausted(Status status, @Nullable Metadata trailers) {
		String description = describe(status);
		Matcher matcher = TOO_LARGE.matcher(description);
		if (matcher.find()) {
			String sizes = (matcher.group(2) != null)
					? " (" + matcher.group(2) + " bytes, where " + matcher.group(1) + " are allowed)"
					: " (more than " + matcher.group(1) + " bytes)";
			// Failures of this side have no trailers.
			boolean there = trailers != null && trailers.containsKey(CONTENT_TYPE);
			return there
					? "A request is larger than the server at " + this.authority + " accepts" + sizes
							+ ". Send less at once, or raise spark.connect.grpc.maxInboundMessageSize there"
					: "A message of the server at " + this.authority + " is larger than this client accepts" + sizes
							+ ". Raise grpc_max_message_size in the URL";
		}
		if (description.contains("too_many_pings") || description.contains("ENHANCE_YOUR_CALM")) {
			return this.server + ", or a proxy in front of it, closed the connection because of too many"
					+ " keepalive pings. Increase the keepalive time of the client (" + description + ")";
		}
		return this.server + " has exhausted a resource: " + description + ". Retry later, or send less at once";
	}

	static String describe(Status status) {
		return (status.getDescription() != null) ? status.getDescription() : status.getCode().name();
	}

	/**
	 * Returns the root cause, where gRPC keeps the details, or the description.
	 */
	private static String reason(Status status) {
		Throwable cause = status.getCause();
		while (cause != null && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause != null && cause.getMessage() != null) ? cause.getMessage() : describe(status);
	}

}
