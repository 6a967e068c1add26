package io.sparkex.boot.web;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ProblemDetail;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.InvalidPlanException;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ResultLimitException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.errors.UnsupportedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkProblemAdvice}.
 */
class SparkProblemAdviceTests {

	private static final String SECRET = "host db7.internal, token abc, column salary";

	private static final RemoteError ERROR = new RemoteError(SECRET, "SOME_CONDITION.OF_A_KIND", "42703",
			Map.of("objectName", SECRET));

	private final SparkProblemAdvice advice = new SparkProblemAdvice();

	static Stream<Arguments> statuses() {
		return Stream.of(Arguments.of(new OperationTimeoutException(SECRET), 504),
				Arguments.of(new DeadlineExceededException(SECRET), 504),
				Arguments.of(new OperationCancelledException(SECRET), 503),
				Arguments.of(new SessionLostException(SECRET), 503),
				Arguments.of(new UnreachableException(SECRET), 503),
				Arguments.of(new CorruptResultException(SECRET), 502),
				Arguments.of(new PermissionDeniedException(ERROR, null), 403),
				Arguments.of(new ResultLimitException(SECRET), 422),
				Arguments.of(new AuthenticationException(SECRET), 502), Arguments.of(new TlsException(SECRET), 502),
				Arguments.of(new RemoteException(ERROR, null), 500),
				Arguments.of(new AnalysisException(ERROR, null), 500),
				Arguments.of(new ParseException(ERROR, null), 500), Arguments.of(new InvalidPlanException(SECRET), 500),
				Arguments.of(new MappingException(SECRET), 500), Arguments.of(new UnsupportedException(SECRET), 500));
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void returnsStatusWithoutSecrets(SparkException exception, int status) {
		ProblemDetail problem = this.advice.handle(exception);
		assertThat(problem.getStatus()).isEqualTo(status);
		assertThat(problem.getDetail()).isNotBlank();
		assertThat(problem.toString()).doesNotContain("db7").doesNotContain("salary");
	}

	@Test
	void returnsErrorConditionAndOperation() {
		SparkException exception = new AnalysisException(ERROR, null).initOperationId("id-of-the-operation");
		assertThat(this.advice.handle(exception).getProperties()).containsOnly(
				Map.entry("errorClass", "SOME_CONDITION.OF_A_KIND"), Map.entry("sqlState", "42703"),
				Map.entry("operationId", "id-of-the-operation"));
	}

	@Test
	void omitsUnknownProperties() {
		assertThat(this.advice.handle(new RemoteException(RemoteError.of(SECRET), null)).getProperties()).isNull();
	}

}
