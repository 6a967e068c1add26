package io.sparkex.execution;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProgressBar}.
 */
class ProgressBarTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final ProgressBar bar = ProgressBar.on(new PrintStream(this.bytes, true, StandardCharsets.UTF_8));

	private final Execution execution = new Execution("o", "s", Execution.Kind.QUERY, Set.of());

	private String shown() {
		String text = this.bytes.toString(StandardCharsets.UTF_8);
		this.bytes.reset();
		return text;
	}

	private void progress(long tasks, long completed, long read) {
		this.bar.progressed(this.execution,
				new ExecutionProgress(List.of(new StageProgress(1, tasks, completed, read, false)), 2));
	}

	private void finish() {
		this.bar.finished(this.execution, new ExecutionSummary(Duration.ZERO, 0, 0, List.of(), Map.of()));
	}

	@Test
	void showsProgress() {
		progress(10, 5, 1536);
		assertThat(shown())
			.isEqualTo("\r[" + "=".repeat(15) + " ".repeat(15) + "] 5/10 tasks, 2 running, 1.5 KiB read");
	}

	@Test
	void erasesRestOfLongerLine() {
		progress(1000, 1000, 1_000);
		int length = shown().length();
		progress(1, 0, 0);
		assertThat(shown()).hasSize(length).contains("0/1 tasks, 2 running, 0 B read  ");
	}

	@Test
	void disappearsAtTheEnd() {
		finish();
		assertThat(shown()).isEmpty();
		progress(0, 0, 3L << 50);
		String line = shown();
		assertThat(line).contains("0/0 tasks").contains("3.0 PiB");
		this.bar.failed(this.execution, new IllegalStateException());
		assertThat(shown()).isEqualTo("\r" + " ".repeat(line.length() - 1) + "\r");
		finish();
		assertThat(shown()).isEmpty();
	}

}
