package io.sparkex;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each part of the performance run works and reads the right rows. The figures
 * are meaningless.
 */
class PerformanceIntegrationTests {

	@Test
	void measuresEverythingOnce() throws IOException {
		PerformanceOptions options = PerformanceOptions.parse(List.of("--tiny"));
		Report report = Performance.run(options);
		assertThat(report.lines()).hasSizeGreaterThan(18).allSatisfy((line) -> assertThat(line.ours()).isNotEmpty());
		assertThat(PerformancePage.of(report, options)).contains("# Performance", "| `collect()` |", "-Xmx32m")
			.doesNotContain("{");
	}

}
