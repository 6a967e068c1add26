package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SparkHomeTests {

	private final Path home;

	SparkHomeTests(@TempDir Path home) {
		this.home = home;
	}

	@Test
	void detectsVersionAndJars() throws IOException {
		jars("spark-core_2.13-4.1.2.jar", "spark-connect_2.13-4.1.2.jar", "a.jar", "notes.txt");
		ServerClassPath classPath = SparkHome.read(this.home);
		assertThat(classPath.sparkVersion()).isEqualTo("4.1.2");
		assertThat(classPath.jars()).extracting((jar) -> jar.getFileName().toString())
			.containsExactly("a.jar", "spark-connect_2.13-4.1.2.jar", "spark-core_2.13-4.1.2.jar");
	}

	@Test
	void rejectsDirectoryWithoutSpark() throws IOException {
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> SparkHome.read(this.home))
			.withMessageContaining("the directory " + this.home.resolve("jars"));
		jars("spark-core_2.12-3.5.7.jar");
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> SparkHome.read(this.home))
			.withMessageContaining("No Spark 4 at " + this.home);
	}

	@Test
	void rejectsSparkThatIsTooOld() throws IOException {
		jars("spark-core_2.13-3.5.7.jar");
		assertThatIllegalArgumentException().isThrownBy(() -> SparkHome.read(this.home))
			.withMessageContaining("3.5.7 is too old");
	}

	@Test
	void rejectsSparkWithoutConnect() throws IOException {
		jars("spark-core_2.13-4.0.1.jar");
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> SparkHome.read(this.home))
			.withMessageContaining("spark-connect_2.13-4.0.1.jar");
	}

	private void jars(String... names) throws IOException {
		Path folder = Files.createDirectories(this.home.resolve("jars"));
		for (String name : names) {
			Files.createFile(folder.resolve(name));
		}
	}

}
