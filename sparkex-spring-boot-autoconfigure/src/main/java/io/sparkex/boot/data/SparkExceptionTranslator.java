package io.sparkex.boot.data;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.InvalidPlanException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.errors.UnsupportedException;

/**
 * {@link PersistenceExceptionTranslator} that translates Spark exceptions to the
 * {@link DataAccessException} hierarchy. The Spark exception is the cause.
 *
 * @since 0.1.0
 */
public class SparkExceptionTranslator implements PersistenceExceptionTranslator {

	@Override
	public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
		return (ex instanceof SparkException spark) ? translate(spark, String.valueOf(ex.getMessage())) : null;
	}

	private static DataAccessException translate(SparkException ex, String message) {
		if (ex instanceof OperationTimeoutException || ex instanceof DeadlineExceededException) {
			return new QueryTimeoutException(message, ex);
		}
		if (ex instanceof ParseException || ex instanceof AnalysisException) {
			return new InvalidDataAccessResourceUsageException(message, ex);
		}
		if (ex instanceof PermissionDeniedException || ex instanceof AuthenticationException) {
			return new PermissionDeniedDataAccessException(message, ex);
		}
		if (ex instanceof UnreachableException || ex instanceof SessionLostException
				|| ex instanceof OperationCancelledException) {
			return new TransientDataAccessResourceException(message, ex);
		}
		if (ex instanceof TransportException) {
			return new DataAccessResourceFailureException(message, ex);
		}
		if (ex instanceof InvalidPlanException || ex instanceof UnsupportedException) {
			return new InvalidDataAccessApiUsageException(message, ex);
		}
		return new UncategorizedSparkException(message, ex);
	}

	/**
	 * {@link UncategorizedDataAccessException} for any other Spark exception.
	 */
	private static final class UncategorizedSparkException extends UncategorizedDataAccessException {

		private static final long serialVersionUID = 1L;

		UncategorizedSparkException(String message, SparkException cause) {
			super(message, cause);
		}

	}

}
