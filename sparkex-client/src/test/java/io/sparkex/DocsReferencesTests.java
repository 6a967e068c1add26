package io.sparkex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the references in the documentation: links, tests and messages.
 */
class DocsReferencesTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

	private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]*`");

	private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

	private static final Pattern TEST = Pattern.compile("`((?!Xxx)\\w+Tests)(?:\\.(\\w+))?`");

	private static final Pattern ABBREVIATED_TEST = Pattern.compile("(`\\.\\.\\.\\w+`)");

	private static final Pattern WHERE = Pattern.compile("\\| X \\| Where \\|\n((?:\\|.*\n)+)");

	private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

	private static final Pattern MESSAGE = Pattern.compile("(?m)^### `(.+)`$");

	private static final Pattern VALUE = Pattern.compile("(the server at )?\\.\\.\\.");

	private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

	private static final List<String> PAGES = List.of("README.md", "CONTRIBUTING.md", "SECURITY.md");

	@Test
	void linksPointToPagesAndHeadings() throws IOException {
		List<String> broken = new ArrayList<>();
		for (Path page : pages()) {
			String text = INLINE_CODE.matcher(withoutCode(page)).replaceAll("");
			for (String link : matches(LINK, text)) {
				if (!link.contains("://") && !exists(page, link)) {
					broken.add(page + ": " + link);
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean exists(Path page, String link) throws IOException {
		int hash = link.indexOf('#');
		String file = (hash < 0) ? link : link.substring(0, hash);
		Path target = file.isEmpty() ? page : page.resolveSibling(file);
		if (!Files.exists(target)) {
			return false;
		}
		return hash < 0 || matches(HEADING, withoutCode(target)).stream()
			.anyMatch((heading) -> anchor(heading).equals(link.substring(hash + 1)));
	}

	private static String withoutCode(Path page) throws IOException {
		return CODE.matcher(Files.readString(page)).replaceAll("");
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	@Test
	void namedTestsExist() throws IOException {
		Map<String, String> tests = javaFiles("test").collect(Collectors.toMap(DocsReferencesTests::className,
				DocsReferencesTests::read, (first, second) -> first + second));
		List<String> missing = new ArrayList<>();
		for (Path page : pages()) {
			TEST.matcher(Files.readString(page)).results().forEach((match) -> {
				String source = tests.get(match.group(1));
				if (source == null || (match.group(2) != null && !source.contains(" " + match.group(2) + "("))) {
					missing.add(page + ": " + match.group());
				}
			});
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void testsAreNamedInFull() throws IOException {
		List<String> abbreviated = new ArrayList<>();
		for (Path page : pages()) {
			matches(ABBREVIATED_TEST, Files.readString(page)).forEach((name) -> abbreviated.add(page + ": " + name));
		}
		assertThat(abbreviated).isEmpty();
	}

	@Test
	void architectureNamesExistingClasses() throws IOException {
		String table = matches(WHERE, Files.readString(ROOT.resolve("docs/architecture.md"))).get(0);
		List<String> named = table.lines()
			.flatMap((row) -> matches(CLASS, row.substring(row.indexOf('|', 1))).stream())
			.toList();
		assertThat(named).hasSizeGreaterThan(20);
		assertThat(Stream.concat(javaFiles("main"), javaFiles("test")).map(DocsReferencesTests::className))
			.containsAll(named);
	}

	/**
	 * Headings in backquotes are messages. Ellipses represent values and the server,
	 * which the code concatenates.
	 */
	@Test
	void troubleshootingMessagesOccurInCode() throws IOException {
		String sources = javaFiles("main").map(DocsReferencesTests::read)
			.map((source) -> CONCATENATION.matcher(source).replaceAll(""))
			.collect(Collectors.joining("\n"));
		List<String> messages = matches(MESSAGE, Files.readString(ROOT.resolve("docs/troubleshooting.md")));
		assertThat(messages).hasSizeGreaterThan(50);
		assertThat(messages.stream()
			.filter((message) -> !VALUE.splitAsStream(message).allMatch((part) -> sources.contains(part.strip()))))
			.isEmpty();
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
			return Stream
				.concat(PAGES.stream().map(ROOT::resolve), files.filter((file) -> file.toString().endsWith(".md")))
				.toList();
		}
	}

	private static Stream<Path> javaFiles(String sourceSet) throws IOException {
		List<Path> files = new ArrayList<>();
		// Not deeper: other modules may be writing to their target directories.
		try (Stream<Path> modules = Files.walk(ROOT, 2)) {
			for (Path folder : modules.map((module) -> module.resolve(Path.of("src", sourceSet, "java")))
				.filter(Files::isDirectory)
				.toList()) {
				try (Stream<Path> sources = Files.walk(folder)) {
					sources.filter((file) -> file.toString().endsWith(".java")).forEach(files::add);
				}
			}
		}
		return files.stream();
	}

	private static String className(Path file) {
		return file.getFileName().toString().replace(".java", "");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
	}

}
