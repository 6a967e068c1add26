package io.sparkex.embedded;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;

class LogEventParserTests {

	private final LogEventParser parser = new LogEventParser();

	@Test
	void parsesEvent() {
		assertThat(this.parser.next("\u001eWARN\u001forg.apache.spark.X\u001fcareful")).isNull();
		assertThat(this.parser.next("\u001d")).isEqualTo(new LogEvent(Level.WARN, "org.apache.spark.X", "careful"));
	}

	@Test
	void parsesEventOnOneLine() {
		assertThat(this.parser.next("\u001eINFO\u001fa.B\u001fhello\u001d"))
			.isEqualTo(new LogEvent(Level.INFO, "a.B", "hello"));
	}

	@Test
	void keepsStackTraceInEvent() {
		this.parser.next("\u001eERROR\u001fa.B\u001ffailed");
		this.parser.next("java.lang.IllegalStateException: no");
		this.parser.next("\tat a.B.run(B.java:1)");
		assertThat(this.parser.next("\u001d")).isEqualTo(new LogEvent(Level.ERROR, "a.B",
				"failed\njava.lang.IllegalStateException: no\n\tat a.B.run(B.java:1)"));
	}

	@Test
	void treatsFatalAsError() {
		assertThat(this.parser.next("\u001eFATAL\u001fa.B\u001fend\u001d")).extracting(LogEvent::level)
			.isEqualTo(Level.ERROR);
	}

	@Test
	void returnsOtherOutputAsRawEvents() {
		assertThat(this.parser.next("Error: Could not create the Java Virtual Machine."))
			.isEqualTo(new LogEvent(Level.INFO, "output", "Error: Could not create the Java Virtual Machine."));
		assertThat(this.parser.next(" ")).isNull();
	}

	@Test
	void returnsIncompleteEventAtEnd() {
		this.parser.next("\u001eERROR\u001fa.B\u001fout of memory");
		assertThat(this.parser.rest()).isEqualTo(new LogEvent(Level.ERROR, "a.B", "out of memory"));
		assertThat(this.parser.rest()).isNull();
	}

	@Test
	void discardsIncompleteEventBeforeAnotherEvent() {
		this.parser.next("\u001eINFO\u001fa.B\u001flost");
		assertThat(this.parser.next("\u001eINFO\u001fa.B\u001fnext\u001d")).extracting(LogEvent::text)
			.isEqualTo("next");
	}

}
