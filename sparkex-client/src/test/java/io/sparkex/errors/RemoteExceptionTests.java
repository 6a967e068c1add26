package io.sparkex.errors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RemoteException}.
 */
class RemoteExceptionTests {

	@Test
	void keepsWhatTheServerSaidWhenItTravels() throws Exception {
		ParseException exception = new ParseException(
				new RemoteError("no", "PARSE_SYNTAX_ERROR", "42601", Map.of("error", "x")), null);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(exception);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			RemoteException read = (RemoteException) in.readObject();
			assertThat(read).isExactlyInstanceOf(ParseException.class).hasMessage("no");
			assertThat(read.errorClass()).isEqualTo("PARSE_SYNTAX_ERROR");
			assertThat(read.sqlState()).isEqualTo("42601");
			assertThat(read.messageParameters()).containsEntry("error", "x");
		}
	}

	@Test
	void copiesTheParameters() {
		Map<String, String> parameters = new HashMap<>(Map.of("a", "b"));
		RemoteException exception = new RemoteException(new RemoteError("no", null, null, parameters), null);
		parameters.clear();
		assertThat(exception.messageParameters()).containsEntry("a", "b");
		assertThat(exception.errorClass()).isNull();
	}

}
