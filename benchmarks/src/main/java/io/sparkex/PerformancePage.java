package io.sparkex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The performance page: the text comes from a template, the tables from a run.
 */
final class PerformancePage {

	private static final String TEMPLATE = "performance.md";

	private PerformancePage() {
	}

	static String of(Report report, PerformanceOptions options) throws IOException {
		try (InputStream template = PerformancePage.class.getResourceAsStream(TEMPLATE)) {
			if (template == null) {
				throw new IOException("There is no " + TEMPLATE + " beside " + PerformancePage.class);
			}
			String machine = Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version().feature();
			return new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("{machine}", machine)
				.replace("{official}", officialVersion())
				.replace("{rows}", String.format(Locale.ROOT, "%,d", options.rows()))
				.replace("{tables}", report.toMarkdown().strip());
		}
	}

	/**
	 * Returns the version of the official client, from the name of its jar.
	 */
	private static String officialVersion() throws IOException {
		String prefix = "spark-connect-client-jvm_2.13-";
		try (Stream<Path> jars = Files.list(ChildJvm.target().resolve("official-client"))) {
			return jars.map((jar) -> jar.getFileName().toString())
				.filter((name) -> name.startsWith(prefix))
				.map((name) -> name.substring(prefix.length(), name.length() - ".jar".length()))
				.collect(Collectors.joining(", "));
		}
	}

}
