package io.sparkex.boot.web;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ResultLimitException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.UnreachableException;

/**
 * {@link ControllerAdvice @ControllerAdvice} that responds with RFC 9457 problem details
 * to a {@link SparkException} that the application does not handle.
 * <p>
 * Exception messages may contain the names of tables and hosts and parts of the query, so
 * they are logged but not sent. The response contains the error condition of Spark, the
 * SQLSTATE, and the ID of the operation, which also appears in the logs of the
 * application and the server.
 *
 * @since 0.1.0
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class SparkProblemAdvice {

	private static final Log logger = LogFactory.getLog(SparkProblemAdvice.class);

	/**
	 * The mappings of exception types, more specific types first.
	 */
	private static final List<Mapping> MAPPINGS = List.of(
			new Mapping(OperationTimeoutException.class, HttpStatus.GATEWAY_TIMEOUT, "The query took too long."),
			new Mapping(DeadlineExceededException.class, HttpStatus.GATEWAY_TIMEOUT, "Spark did not respond in time."),
			new Mapping(OperationCancelledException.class, HttpStatus.SERVICE_UNAVAILABLE, "The query was cancelled."),
			new Mapping(SessionLostException.class, HttpStatus.SERVICE_UNAVAILABLE, "The session with Spark was lost."),
			new Mapping(UnreachableException.class, HttpStatus.SERVICE_UNAVAILABLE, "Spark cannot be reached."),
			new Mapping(CorruptResultException.class, HttpStatus.BAD_GATEWAY, "Spark returned an invalid result."),
			new Mapping(AuthenticationException.class, HttpStatus.BAD_GATEWAY,
					"Spark rejected the credentials of the application."),
			new Mapping(TlsException.class, HttpStatus.BAD_GATEWAY,
					"A secure connection to Spark cannot be established."),
			new Mapping(PermissionDeniedException.class, HttpStatus.FORBIDDEN, "Access to the data was denied."),
			new Mapping(ResultLimitException.class, HttpStatus.UNPROCESSABLE_CONTENT,
					"The result exceeds the size limit. Restrict the query."),
			new Mapping(SparkException.class, HttpStatus.INTERNAL_SERVER_ERROR, "The query failed."));

	/**
	 * Logs an exception and creates the response.
	 * @param exception the exception
	 * @return the problem details with the status
	 */
	@ExceptionHandler
	public ProblemDetail handle(SparkException exception) {
		Mapping mapping = MAPPINGS.stream()
			.filter((candidate) -> candidate.type().isInstance(exception))
			.findFirst()
			.orElseThrow(() -> exception);
		log(exception, mapping.status());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(mapping.status(), mapping.detail());
		if (exception instanceof RemoteException remote) {
			describe(remote, problem);
		}
		if (exception.operationId() != null) {
			problem.setProperty("operationId", exception.operationId());
		}
		return problem;
	}

	private static void describe(RemoteException exception, ProblemDetail problem) {
		if (exception.errorClass() != null) {
			problem.setProperty("errorClass", exception.errorClass());
		}
		if (exception.sqlState() != null) {
			problem.setProperty("sqlState", exception.sqlState());
		}
	}

	/**
	 * Logs the stack trace only if the application or its query may be wrong.
	 */
	private static void log(SparkException exception, HttpStatus status) {
		if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
			logger.error("A query failed, responded with status " + status.value(), exception);
		}
		else {
			logger.warn("A query failed, responded with status " + status.value() + ": " + exception);
		}
	}

	private record Mapping(Class<? extends SparkException> type, HttpStatus status, String detail) {

	}

}
