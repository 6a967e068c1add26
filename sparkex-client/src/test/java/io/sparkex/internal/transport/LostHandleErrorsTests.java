package io.sparkex.internal.transport;

import java.util.Objects;

import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostHandleErrors}.
 */
class LostHandleErrorsTests {

	private static @Nullable SparkException convert(@Nullable String errorClass) {
		return new LostHandleErrors("spark:15002").convert(errorClass, "Its words.\n",
				new CallFailure(Status.INTERNAL, new Metadata()));
	}

	@ParameterizedTest
	@CsvSource({ "SESSION_CLOSED, defaultSessionTimeout", "SESSION_CHANGED, replaced it",
			"SESSION_NOT_FOUND, does not know it", "SESSION_OF_THE_FUTURE, does not have it" })
	void reportsReasonAndConsequencesOfLostSession(String errorClass, String reason) {
		assertThat(convert("INVALID_HANDLE." + errorClass)).isExactlyInstanceOf(SessionLostException.class)
			.hasMessageStartingWith("The session is lost: the server at spark:15002 ")
			.hasMessageContaining(reason)
			.hasMessageContaining("temporary views, functions, configuration and artifacts")
			.hasMessageEndingWith("(The server says: Its words.)");
	}

	@ParameterizedTest
	@CsvSource({ "INVALID_HANDLE.OPERATION_NOT_FOUND, removed the operation",
			"INVALID_HANDLE.OPERATION_ABANDONED, detachedTimeout", "INVALID_HANDLE.OPERATION_ALREADY_EXISTS, already",
			"INVALID_CURSOR.POSITION_NOT_AVAILABLE, observerRetryBufferSize",
			"INVALID_CURSOR.POSITION_NOT_FOUND, position in the results",
			"INVALID_CURSOR.NOT_REATTACHABLE, does not retain", "INVALID_CURSOR.DISCONNECTED, another call" })
	void reportsReasonAndRemedyForUnreadableResults(String errorClass, String reason) {
		assertThat(convert(errorClass)).isExactlyInstanceOf(TransportException.class)
			.hasMessageStartingWith("The results of the operation cannot be read: ")
			.hasMessageContaining("the server at spark:15002 ")
			.hasMessageContaining(reason)
			.hasMessageContaining("Run it again; if it writes, check first whether the write has happened.")
			.hasMessageEndingWith("(The server says: Its words.)");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "INVALID_HANDLE.FORMAT", "DIVIDE_BY_ZERO", "" })
	void doesNotConvertOtherErrors(@Nullable String errorClass) {
		assertThat(convert(errorClass)).isNull();
	}

	@Test
	void keepsCallFailureAsCause() {
		assertThat(Objects.requireNonNull(convert("INVALID_HANDLE.SESSION_CLOSED"))).cause()
			.isInstanceOf(CallFailure.class);
	}

}
