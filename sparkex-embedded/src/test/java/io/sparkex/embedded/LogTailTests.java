package io.sparkex.embedded;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTests {

	@Test
	void keepsLastFiftyLines() {
		LogTail tail = new LogTail();
		for (int i = 1; i <= 60; i++) {
			tail.add(new LogEvent(Level.WARN, "a.B", "line " + i));
		}
		assertThat(tail.toString().lines()).hasSize(51).endsWith("  WARN a.B: line 60").contains("  WARN a.B: line 11");
	}

	@Test
	void truncatesLongLines() {
		LogTail tail = new LogTail();
		tail.add(new LogEvent(Level.INFO, "output", "x".repeat(10_000)));
		assertThat(tail.toString()).hasSizeLessThan(600).endsWith("...");
	}

}
