package io.sparkex;

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
 * Tests that the code on documentation pages is the code of tests.
 */
class DocsPagesTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	@ParameterizedTest
	@CsvSource({ "typed-columns, TypedColumnsIntegrationTests, 8", "catalog, CatalogPageIntegrationTests, 5",
			"reading-and-writing, ReadingAndWritingPageIntegrationTests, 8",
			"expressions-and-functions, ExpressionsPageIntegrationTests, 9", "sql, SqlPageIntegrationTests, 5",
			"results, ResultsPageIntegrationTests, 9", "records, RecordsPageIntegrationTests, 5",
			"exporting, ExportingPageIntegrationTests, 6", "local-data, LocalDataPageIntegrationTests, 6",
			"artifacts, ArtifactsIntegrationTests, 6", "connecting, ConnectingPageIntegrationTests, 9",
			"reliability, NetworkFailuresIntegrationTests, 1", "time, TimePageIntegrationTests, 6",
			"errors, ErrorsPageIntegrationTests, 4", "sessions, SessionsPageIntegrationTests, 7",
			"cancel-and-progress, InterruptingPageIntegrationTests, 12", "embedded, EmbeddedPageIntegrationTests, 1" })
	void showOnlyCodeThatIsTested(String page, String testClass, int leastSnippets) throws IOException {
		String text = Files.readString(Path.of("..", "docs", page + ".md"));
		String tests = dense(Files.readString(Path.of("src", "test", "java", "io", "sparkex", testClass + ".java")));
		List<String> snippets = SNIPPET.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
		assertThat(snippets).hasSizeGreaterThanOrEqualTo(leastSnippets)
			.allSatisfy((snippet) -> assertThat(tests).as(snippet).contains(dense(snippet)));
	}

	/**
	 * In the test, a statement may be an argument and therefore lack its semicolon.
	 */
	private static String dense(String code) {
		return code.replace("private ", "").replaceAll("\\s", "").replaceAll(";$", "");
	}

}
