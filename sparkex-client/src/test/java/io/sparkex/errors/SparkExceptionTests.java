package io.sparkex.errors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkException}.
 */
class SparkExceptionTests {

	@Test
	void hasNoOperationIdInitially() {
		assertThat(new TransportException("no").operationId()).isNull();
		assertThat(new TransportException("no")).hasToString("io.sparkex.errors.TransportException: no");
	}

	@Test
	void keepsFirstOperationId() {
		TransportException exception = new TransportException("no");
		assertThat(exception.initOperationId("op-1")).isSameAs(exception);
		exception.initOperationId("op-2");
		assertThat(exception.operationId()).isEqualTo("op-1");
	}

	@Test
	void addsOperationIdToStringButNotMessage() {
		assertThat(new TransportException("no").initOperationId("op-1")).hasMessage("no")
			.hasToString("io.sparkex.errors.TransportException: no [operation op-1]");
		assertThat(new TransportException("no\n  ^").initOperationId("op-1"))
			.hasToString("io.sparkex.errors.TransportException: no\n  ^\n[operation op-1]");
	}

}
