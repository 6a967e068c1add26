package io.sparkex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about typed columns shows code that is compiled and run in
 * {@link TypedColumnsIntegrationTests}.
 */
class TypedColumnsPageTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	@Test
	void showsOnlyCodeThatIsTested() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "typed-columns.md"));
		String tests = dense(
				Files.readString(Path.of("src", "test", "java", "io", "sparkex", "TypedColumnsIntegrationTests.java")));
		List<String> snippets = SNIPPET.matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
		assertThat(snippets).hasSizeGreaterThan(7)
			.allSatisfy((snippet) -> assertThat(tests.contains(dense(snippet))).as(snippet).isTrue());
	}

	private static String dense(String code) {
		return code.replace("private ", "").replaceAll("\\s", "");
	}

}
