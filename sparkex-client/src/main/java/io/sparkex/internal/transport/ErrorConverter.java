package io.sparkex.internal.transport;

import java.util.Set;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ServerThrowable;
import io.sparkex.errors.SparkException;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;

/**
 * Converter of the error of a call to an exception, from the most detailed information
 * available: the details that the server retains, the error info in the trailers, or the
 * bare status.
 */
final class ErrorConverter {

	private static final String PARSE_EXCEPTION = "org.apache.spark.sql.catalyst.parser.ParseException";

	private static final String ANALYSIS_EXCEPTION = "org.apache.spark.sql.AnalysisException";

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	/**
	 * The exception classes of access control: those of Hadoop, Java and catalog
	 * plug-ins.
	 */
	private static final Set<String> DENIALS = Set.of("AccessControlException", "AccessDeniedException");

	private static final Set<String> CANCELLATIONS = Set.of("OPERATION_CANCELED", "SPARK_JOB_CANCELLED");

	private final StatusErrors statusErrors;

	private final LostHandleErrors lostHandles;

	private final ErrorDetails details;

	ErrorConverter(ConnectionString target, boolean hasToken, ErrorDetails details) {
		this.statusErrors = new StatusErrors(target, hasToken);
		this.lostHandles = new LostHandleErrors(target.authority());
		this.details = details;
	}

	/**
	 * Converts the error of a call to an exception.
	 * @param status the status of the call
	 * @param metadata the trailers of the call, if there were any
	 * @param answered whether the server has responded before
	 */
	SparkException convert(Status status, @Nullable Metadata metadata, boolean answered) {
		StatusException cause = new CallFailure(status, metadata);
		ErrorTrailers trailers = ErrorTrailers.parse(metadata);
		if (trailers.errorType() == null && trailers.errorClass() == null && trailers.errorId() == null) {
			return this.statusErrors.convert(status, cause, answered);
		}
		String message = StatusErrors.describe(status);
		SparkException lost = this.lostHandles.convert(trailers.errorClass(), message, cause);
		if (lost != null) {
			return lost;
		}
		if (isCancellation(trailers.errorClass())) {
			return new OperationCancelledException(message, cause);
		}
		return remote(message, trailers, cause);
	}

	private static boolean isCancellation(@Nullable String errorClass) {
		return errorClass != null && CANCELLATIONS.contains(errorClass);
	}

	private SparkException remote(String message, ErrorTrailers trailers, StatusException cause) {
		String errorId = trailers.errorId();
		FetchErrorDetailsResponse details = (errorId != null) ? this.details.fetch(errorId) : null;
		RemoteError error = (details != null) ? ErrorDetailsDecoder.decode(details, message, trailers)
				: ErrorDetailsDecoder.decode(message, trailers);
		if (isA(PARSE_EXCEPTION, error, trailers)) {
			return new ParseException(error, cause);
		}
		if (isDenial(error)) {
			return new PermissionDeniedException(error, cause);
		}
		if (isA(ANALYSIS_EXCEPTION, error, trailers)) {
			return new AnalysisException(error, cause);
		}
		return new RemoteException(error, cause);
	}

	private static boolean isA(String type, RemoteError error, ErrorTrailers trailers) {
		ServerThrowable thrown = error.serverError();
		return type.equals(trailers.errorType()) || trailers.errorTypes().contains(type)
				|| (thrown != null && thrown.typeNames().contains(type));
	}

	private static boolean isDenial(RemoteError error) {
		if (INSUFFICIENT_PRIVILEGE.equals(error.sqlState())) {
			return true;
		}
		for (ServerThrowable thrown = error.serverError(); thrown != null; thrown = thrown.getCause()) {
			if (thrown.typeNames().stream().anyMatch((name) -> DENIALS.contains(simpleName(name)))) {
				return true;
			}
		}
		return false;
	}

	private static String simpleName(String className) {
		return className.substring(className.lastIndexOf('.') + 1);
	}

	/**
	 * Source of the details of an error from the server.
	 */
	@FunctionalInterface
	interface ErrorDetails {

		/**
		 * Fetches the details of an error.
		 * @return the details, or {@code null} if the server does not respond
		 */
		@Nullable FetchErrorDetailsResponse fetch(String errorId);

	}

}
