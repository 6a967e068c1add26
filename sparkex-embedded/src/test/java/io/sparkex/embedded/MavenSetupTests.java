package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MavenSetupTests {

	private final Path folder;

	MavenSetupTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@ParameterizedTest
	@ValueSource(strings = { "maven.repo.local", "settings.localRepository", "localRepository" })
	void usesLocalRepositoryOfSystemProperties(String key) {
		Properties properties = new Properties();
		properties.setProperty(key, this.folder.toString());
		assertThat(MavenSetup.overrides(properties, Map.of()).getLocalRepositoryOverride()).isEqualTo(this.folder);
	}

	@Test
	void leavesLocalRepositoryToSettings() {
		ContextOverrides overrides = MavenSetup.overrides(new Properties(), Map.of());
		assertThat(overrides.getLocalRepositoryOverride()).isNull();
		assertThat(overrides.isWithUserSettings()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAVEN_HOME", "M2_HOME" })
	void usesMavenHomeOfEnvironment(String name) throws IOException {
		assertThat(MavenSetup.overrides(new Properties(), Map.of(name, mavenHome().toString()))
			.getMavenSystemHomeOverride()).isEqualTo(this.folder);
	}

	@Test
	void findsMavenHomeOfCommandInPath() throws IOException {
		Path folder = Files.createDirectories(mavenHome().resolve("bin"));
		Path command = Files.createFile(folder.resolve("mvn"));
		assertThat(command.toFile().setExecutable(true)).isTrue();
		assertThat(
				MavenSetup.overrides(new Properties(), Map.of("PATH", folder.toString())).getMavenSystemHomeOverride())
			.isEqualTo(this.folder.toRealPath());
	}

	@Test
	void ignoresMavenHomeWithoutSettings() {
		assertThat(MavenSetup.overrides(new Properties(), Map.of("MAVEN_HOME", this.folder.toString()))
			.getMavenSystemHomeOverride()).isNull();
	}

	private Path mavenHome() throws IOException {
		Files.writeString(Files.createDirectories(this.folder.resolve("conf")).resolve("settings.xml"), "<settings/>");
		return this.folder;
	}

}
