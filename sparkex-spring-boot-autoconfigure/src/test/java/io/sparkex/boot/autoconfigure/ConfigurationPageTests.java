package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code docs/configuration.md} lists the properties as in their metadata. The
 * page is rewritten with {@code -Dconfiguration.write=true}.
 */
class ConfigurationPageTests {

	private static final Path PAGE = Path.of("..", "docs", "configuration.md");

	private static final String INTRODUCTION = """
			# Configuration reference

			All properties of the starter. The properties of sessions, the connection, retries and timeouts, and queries and
			commands are also available for each named session under `sparkex.sessions.<name>`. Write durations as `10s` or
			`5m`, and sizes as `128MB`.
			""";

	/**
	 * The section titles by the prefix of the properties.
	 */
	private static final Map<String, String> SECTIONS = sections();

	private static Map<String, String> sections() {
		Map<String, String> sections = new LinkedHashMap<>();
		sections.put("sparkex.connection.", "Connection");
		sections.put("sparkex.ssl.", "Connection");
		sections.put("sparkex.channel.", "Connection");
		sections.put("sparkex.oauth2.", "Connection");
		sections.put("sparkex.retry.", "Retries and timeouts");
		sections.put("sparkex.timeouts.", "Retries and timeouts");
		sections.put("sparkex.execution.", "Queries and commands");
		sections.put("sparkex.startup.", "Startup and shutdown");
		sections.put("sparkex.shutdown.", "Startup and shutdown");
		sections.put("sparkex.observations.", "Observability");
		sections.put("management.", "Observability");
		sections.put("sparkex.web.", "Web output");
		sections.put("sparkex.embedded.", "Embedded server");
		return sections;
	}

	@Test
	void listsAllProperties() throws IOException {
		String page = page();
		if (Boolean.getBoolean("configuration.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(page);
	}

	private static String page() {
		Map<String, StringBuilder> tables = new LinkedHashMap<>();
		tables.put("Sessions", new StringBuilder());
		SECTIONS.values().forEach((title) -> tables.put(title, new StringBuilder()));
		properties()
			.forEach((property) -> tables.computeIfAbsent(section(name(property)), (title) -> new StringBuilder())
				.append(row(property)));
		StringBuilder page = new StringBuilder(INTRODUCTION);
		tables.forEach((title, rows) -> {
			if (!rows.isEmpty()) {
				page.append("\n## ").append(title).append("\n\n| property | description | default |\n|---|---|---|\n");
				page.append(rows);
			}
		});
		return page.toString();
	}

	private static String name(JsonNode property) {
		return property.path("name").asString();
	}

	private static String section(String name) {
		return SECTIONS.entrySet()
			.stream()
			.filter((section) -> name.startsWith(section.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("Sessions");
	}

	private static String row(JsonNode property) {
		boolean isMap = property.path("type").asString("").startsWith("java.util.Map");
		String shown = elements(property.path("defaultValue")).map(JsonNode::asString).collect(Collectors.joining(","));
		return "| `" + name(property) + (isMap ? ".*" : "") + "` | " + property.path("description").asString() + " | "
				+ (shown.isEmpty() ? "" : "`" + shown + "` ") + "|\n";
	}

	private static Stream<JsonNode> elements(JsonNode value) {
		if (value.isArray()) {
			return StreamSupport.stream(value.spliterator(), false);
		}
		return value.isMissingNode() ? Stream.of() : Stream.of(value);
	}

	private static List<JsonNode> properties() {
		return SparkexProperties.class.getClassLoader()
			.resources("META-INF/spring-configuration-metadata.json")
			.map(ConfigurationPageTests::read)
			.map((metadata) -> elements(metadata.path("properties")).toList())
			.filter((properties) -> properties.stream().anyMatch((property) -> name(property).equals("sparkex.url")))
			.flatMap(List::stream)
			.sorted(Comparator.comparing(ConfigurationPageTests::name))
			.toList();
	}

	private static JsonNode read(URL url) {
		try (InputStream in = url.openStream()) {
			return JsonMapper.builder().build().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
