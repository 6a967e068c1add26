package io.sparkex.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the pages of the guide on Spring Boot against the tests that run their code.
 */
class DocsPagesTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	@ParameterizedTest
	@CsvSource("web, web/WebPageIntegrationTests, 7")
	void showOnlyCodeThatIsTested(String page, String testClass, int leastSnippets) throws IOException {
		String text = Files.readString(Path.of("..", "docs", page + ".md"));
		String tests = dense(Files.readString(Path.of("src/test/java/io/sparkex/boot", testClass + ".java")));
		List<String> snippets = SNIPPET.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
		assertThat(snippets).hasSizeGreaterThanOrEqualTo(leastSnippets)
			.allSatisfy((snippet) -> assertThat(tests).as(snippet).contains(dense(snippet)));
	}

	private static String dense(String code) {
		return code.replaceAll("\\s", "");
	}

}
