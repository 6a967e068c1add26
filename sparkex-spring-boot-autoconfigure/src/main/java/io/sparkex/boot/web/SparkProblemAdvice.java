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
 * Answers with a problem detail after RFC 9457 when a query fails and the application
 * does not handle the exception itself.
 * <p>
 * Messages of exceptions may name tables, hosts and parts of the query: they are logged,
 * never sent. What is sent beside the status is Spark's name of the error condition, the
 * SQLSTATE and the id of the operation, by which the log of the application and that of
 * the server know it.
 *
 * @since 0.1.0
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class SparkProblemAdvice {

	private static final Log logger = LogFactory.getLog(SparkProblemAdvice.class);

	/**
	 * The more special kinds first.
	 */
	private static final List<Kind> KINDS = List.of(
			new Kind(OperationTimeoutException.class, HttpStatus.GATEWAY_TIMEOUT, "The query took too long."),
			new Kind(DeadlineExceededException.class, HttpStatus.GATEWAY_TIMEOUT, "Spark did not answer in time."),
			new Kind(OperationCancelledException.class, HttpStatus.SERVICE_UNAVAILABLE,
					"The query was stopped before it was done."),
			new Kind(SessionLostException.class, HttpStatus.SERVICE_UNAVAILABLE, "The session with Spark was lost."),
			new Kind(UnreachableException.class, HttpStatus.SERVICE_UNAVAILABLE, "Spark cannot be reached."),
			new Kind(CorruptResultException.class, HttpStatus.BAD_GATEWAY, "Spark sent a result that makes no sense."),
			new Kind(AuthenticationException.class, HttpStatus.BAD_GATEWAY, "Spark does not let the application in."),
			new Kind(TlsException.class, HttpStatus.BAD_GATEWAY, "There is no safe connection to Spark."),
			new Kind(PermissionDeniedException.class, HttpStatus.FORBIDDEN, "Access to the data was denied."),
			new Kind(ResultLimitException.class, HttpStatus.UNPROCESSABLE_CONTENT,
					"The result is larger than is allowed here. Ask for less."),
			new Kind(SparkException.class, HttpStatus.INTERNAL_SERVER_ERROR, "The query failed."));

	/**
	 * Logs a failure and tells how to answer it.
	 * @param exception the failure
	 * @return the answer with its status
	 */
	@ExceptionHandler
	public ProblemDetail handle(SparkException exception) {
		Kind kind = KINDS.stream()
			.filter((candidate) -> candidate.type().isInstance(exception))
			.findFirst()
			.orElseThrow(() -> exception);
		log(exception, kind.status());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(kind.status(), kind.detail());
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
	 * The stack helps where the application or its query is wrong.
	 */
	private static void log(SparkException exception, HttpStatus status) {
		if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
			logger.error("A query failed, answered with status " + status.value(), exception);
		}
		else {
			logger.warn("A query failed, answered with status " + status.value() + ": " + exception);
		}
	}

	private record Kind(Class<? extends SparkException> type, HttpStatus status, String detail) {

	}

}
