package io.sparkex.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the code in the documentation is part of tests.
 */
class DocsPagesTests {

	private static final Path PROJECT = Path.of("..");

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern HEAD = Pattern.compile("(?m)^(?:package|import) .*;\n");

	@ParameterizedTest
	@CsvSource({ "docs/web.md, sparkex-spring-boot-autoconfigure, web/WebPageIntegrationTests, 7",
			"README.md, sparkex-spring-boot-autoconfigure, ReadmeIntegrationTests, 1",
			"docs/getting-started.md, sparkex-spring-boot-test, test/gettingstarted, 3" })
	void showOnlyTestedCode(String page, String module, String tests, int leastSnippets) throws IOException {
		String text = Files.readString(PROJECT.resolve(page));
		String source = dense(source(PROJECT.resolve(module).resolve("src/test/java/io/sparkex/boot").resolve(tests)));
		List<String> snippets = SNIPPET.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
		assertThat(snippets).hasSizeGreaterThanOrEqualTo(leastSnippets)
			.allSatisfy((snippet) -> assertThat(source).as(snippet).contains(body(snippet)))
			.allSatisfy((snippet) -> assertThat(imports(snippet))
				.allSatisfy((line) -> assertThat(source).as(line).contains(line)));
	}

	/**
	 * Returns the source of a class, or of the classes of a package.
	 */
	private static String source(Path tests) throws IOException {
		if (!Files.isDirectory(tests)) {
			return Files.readString(tests.resolveSibling(tests.getFileName() + ".java"));
		}
		StringBuilder source = new StringBuilder();
		try (Stream<Path> files = Files.list(tests)) {
			for (Path file : files.sorted().toList()) {
				source.append(Files.readString(file));
			}
		}
		return source.toString();
	}

	private static String body(String snippet) {
		return dense(HEAD.matcher(snippet).replaceAll(""));
	}

	private static List<String> imports(String snippet) {
		return HEAD.matcher(snippet)
			.results()
			.map((match) -> dense(match.group()))
			.filter((line) -> line.startsWith("import") && !line.contains("com.example"))
			.toList();
	}

	private static String dense(String code) {
		return code.replaceAll("\\s", "").replace("staticclass", "class");
	}

}
