package io.sparkex.boot.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the code of {@code docs/testing.md} is part of tests, here and in
 * {@code sparkex-test}.
 */
class TestingPageTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+);\n");

	private static final List<String> TESTS = List.of("../sparkex-test/src/test/java/io/sparkex/test/TestingPageTests",
			"src/test/java/io/sparkex/boot/test/EmbeddedSparkSettingsTests",
			"src/test/java/io/sparkex/boot/test/TotalsIntegrationTests",
			"src/test/java/io/sparkex/boot/test/example/ReportIntegrationTests",
			"src/test/java/io/sparkex/boot/test/example/TripReportIntegrationTests",
			"src/test/java/io/sparkex/boot/test/example/TripReportTests",
			"src/test/java/io/sparkex/boot/test/example/TripControllerTests",
			"src/test/java/io/sparkex/boot/testcontainers/SparkConnectContainerTests");

	@Test
	void showsOnlyTestedCode() throws IOException {
		StringBuilder tests = new StringBuilder();
		for (String test : TESTS) {
			tests.append(dense(Files.readString(Path.of(test + ".java"))));
		}
		List<String> snippets = SNIPPET.matcher(Files.readString(Path.of("..", "docs", "testing.md")))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		assertThat(snippets).hasSizeGreaterThanOrEqualTo(10)
			.allSatisfy((snippet) -> assertThat(tests.toString()).as(snippet)
				.contains(dense(IMPORT.matcher(snippet).replaceAll(""))))
			.allSatisfy((snippet) -> assertThat(IMPORT.matcher(snippet).results())
				.allSatisfy((line) -> assertThat(Class.forName(line.group(1))).isPublic()));
	}

	private static String dense(String code) {
		return code.replace("private ", "").replaceAll("\\s", "").replaceAll(";$", "");
	}

}
