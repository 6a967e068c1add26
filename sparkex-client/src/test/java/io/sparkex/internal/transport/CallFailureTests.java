package io.sparkex.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

import io.grpc.Metadata;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallFailure}.
 */
class CallFailureTests {

	static Throwable deserialized(Throwable throwable) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(throwable);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (Throwable) in.readObject();
		}
	}

	private static String printed(Throwable throwable) {
		StringWriter text = new StringWriter();
		throwable.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Test
	void printsSameStackTraceAfterSerialization() throws Exception {
		Exception fixed = new Fixed(new IOException("disk"));
		CallFailure failure = new CallFailure(Status.UNAVAILABLE.withDescription("gone").withCause(fixed),
				new Metadata());
		assertThat(failure).hasToString("io.grpc.StatusException: UNAVAILABLE: gone").hasCause(fixed);
		assertThat(printed(deserialized(failure))).isEqualTo(printed(failure));
	}

	@Test
	void stopsAtCircularCauses() throws Exception {
		Exception one = new Exception("one");
		one.initCause(new Exception("other", one));
		assertThat(deserialized(new CallFailure(Status.UNKNOWN.withCause(one), null))).hasMessage("UNKNOWN");
	}

	/**
	 * An exception that cannot be serialized.
	 */
	private static final class Fixed extends Exception {

		private static final long serialVersionUID = 1L;

		@SuppressWarnings({ "serial", "unused" })
		private final Object state = new Object();

		Fixed(Throwable cause) {
			super("fixed", cause);
		}

	}

}
