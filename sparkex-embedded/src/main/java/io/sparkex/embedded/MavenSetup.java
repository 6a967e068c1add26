package io.sparkex.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import org.jspecify.annotations.Nullable;

/**
 * Lookup of the Maven installation of the user: settings.xml, the Maven home and the
 * local repository.
 */
final class MavenSetup {

	private MavenSetup() {
	}

	static ContextOverrides overrides() {
		return overrides(System.getProperties(), System.getenv());
	}

	static ContextOverrides overrides(Properties properties, Map<String, String> environment) {
		ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
		Path localRepository = localRepository(properties);
		if (localRepository != null) {
			overrides.withLocalRepositoryOverride(localRepository);
		}
		Path home = mavenHome(properties, environment);
		if (home != null) {
			overrides.withMavenSystemHomeOverride(home);
		}
		return overrides.build();
	}

	/**
	 * Returns the local repository, or {@code null} to use settings.xml or the default of
	 * Maven. Surefire passes the repository of the build as {@code localRepository}, so
	 * that tests share it.
	 */
	private static @Nullable Path localRepository(Properties properties) {
		for (String key : List.of("maven.repo.local", "settings.localRepository", "localRepository")) {
			String value = properties.getProperty(key);
			if (value != null && !value.isBlank()) {
				return Path.of(value).toAbsolutePath();
			}
		}
		return null;
	}

	private static @Nullable Path mavenHome(Properties properties, Map<String, String> environment) {
		List<Path> candidates = new ArrayList<>();
		for (String home : new String[] { properties.getProperty("maven.home"), environment.get("MAVEN_HOME"),
				environment.get("M2_HOME") }) {
			if (home != null && !home.isBlank()) {
				candidates.add(Path.of(home));
			}
		}
		// Usually neither variable is set, and the home is that of the mvn command in the
		// path.
		for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
			Path command = folder.isBlank() ? null : Path.of(folder, "mvn");
			if (command != null && Files.isExecutable(command)) {
				candidates.add(homeOf(command));
			}
		}
		return candidates.stream()
			.filter((home) -> Files.isRegularFile(home.resolve("conf").resolve("settings.xml")))
			.findFirst()
			.orElse(null);
	}

	private static Path homeOf(Path command) {
		try {
			return command.toRealPath().resolveSibling("..").normalize();
		}
		catch (IOException ex) {
			return command.toAbsolutePath();
		}
	}

}
