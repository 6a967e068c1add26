package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class JavaInstallationTests {

	private static final String VERSION = SparkVersion.defaultOn(Runtime.version().feature());

	private final Path home;

	JavaInstallationTests(@TempDir Path home) {
		this.home = home;
	}

	@Test
	void readsReleaseFile() throws IOException {
		JavaInstallation java = JavaInstallation.at(javaAtHome("JAVA_VERSION=\"21.0.4\"\nMODULES=\"java.base\"\n", ""));
		assertThat(java.version()).isEqualTo("21.0.4");
		assertThat(java.feature()).isEqualTo(21);
	}

	@Test
	void runsJavaWithoutReleaseFile() throws IOException {
		JavaInstallation java = JavaInstallation
			.at(javaAtHome(null, "#!/bin/sh\necho 'openjdk version \"17.0.9\" x' >&2\n"));
		assertThat(java.feature()).isEqualTo(17);
	}

	@Test
	void failsForJavaThatHangs() throws IOException {
		Path executable = javaAtHome(null, "#!/bin/sh\nexec sleep 60\n").resolve("bin").resolve("java");
		assertThatExceptionOfType(EmbeddedSparkException.class)
			.isThrownBy(() -> JavaInstallation.askForVersion(executable, Duration.ofMillis(200)))
			.withMessageContaining("did not end within PT0.2S")
			.withMessageContaining("javaHome(..)");
	}

	@Test
	void rejectsJavaThatIsTooOld() throws IOException {
		JavaInstallation java = JavaInstallation.at(javaAtHome("JAVA_VERSION=\"1.8.0_402\"\n", ""));
		assertThat(java.feature()).isEqualTo(8);
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> java.requireSupportFor("4.1.2"))
			.withMessageContaining("requires Java 17")
			.withMessageContaining(this.home.toString())
			.withMessageContaining("1.8.0_402")
			.withMessageContaining("javaHome(..)")
			.withMessageContaining("JAVA_HOME");
	}

	@Test
	void rejectsJavaThatIsTooNew() throws IOException {
		JavaInstallation java = JavaInstallation.at(javaAtHome("JAVA_VERSION=\"25.0.3\"\n", ""));
		assertThat(java.requireSupportFor("4.1.2")).isSameAs(java);
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> java.requireSupportFor("4.0.1"))
			.withMessageContaining("requires Java 17 to 22")
			.withMessageContaining("25.0.3");
	}

	@Test
	void rejectsDirectoryWithoutJava() {
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> JavaInstallation.at(this.home))
			.withMessageContaining("No Java at " + this.home);
	}

	@Test
	void usesJavaOfApplicationByDefault() {
		JavaInstallation java = JavaInstallation.find(null, VERSION);
		assertThat(java.home()).isEqualTo(Path.of(System.getProperty("java.home")));
		assertThat(java.feature()).isEqualTo(Runtime.version().feature());
		assertThatNoException().isThrownBy(() -> java.requireSupportFor(VERSION));
	}

	@Test
	void prefersJavaWithFileSupport() throws IOException {
		List<Path> homes = List.of(java("25", "JAVA_VERSION=\"25.0.3\"\n"), java("17", "JAVA_VERSION=\"17.0.9\"\n"));
		assertThat(JavaInstallation.choose(homes, "4.0.1").feature()).isEqualTo(17);
		assertThat(JavaInstallation.choose(homes, "4.1.2").feature()).isEqualTo(17);
		assertThat(JavaInstallation.choose(homes, "4.2.0").feature()).isEqualTo(25);
		assertThat(JavaInstallation.choose(homes.subList(0, 1), "4.1.2").feature()).isEqualTo(25);
	}

	private Path java(String folder, String release) throws IOException {
		return java(this.home.resolve(folder), release, "");
	}

	private Path javaAtHome(@Nullable String release, String script) throws IOException {
		return java(this.home, release, script);
	}

	private static Path java(Path home, @Nullable String release, String script) throws IOException {
		Path executable = Files.createDirectories(home.resolve("bin")).resolve("java");
		Files.writeString(executable, script);
		assertThat(executable.toFile().setExecutable(true)).isTrue();
		if (release != null) {
			Files.writeString(home.resolve("release"), release);
		}
		return home;
	}

}
