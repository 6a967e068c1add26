package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherJarTests {

	private final Path cache;

	LauncherJarTests(@TempDir Path cache) {
		this.cache = cache;
	}

	@Test
	void containsOnlyTheLauncher() throws IOException {
		try (JarFile jar = new JarFile(LauncherJar.in(this.cache).toFile())) {
			assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("io/sparkex/embedded/ServerLauncher.class");
		}
	}

	@Test
	void isReproducible() throws IOException {
		Path jar = LauncherJar.in(this.cache);
		byte[] content = Files.readAllBytes(jar);
		var time = Files.getLastModifiedTime(jar);
		Files.delete(jar);
		assertThat(LauncherJar.in(this.cache)).isEqualTo(jar).hasBinaryContent(content);
		assertThat(Files.getLastModifiedTime(jar)).isEqualTo(time);
	}

	@Test
	void isRewrittenWhenTruncated() throws IOException {
		Path jar = LauncherJar.in(this.cache);
		Files.write(jar, new byte[0]);
		assertThat(LauncherJar.in(this.cache)).isNotEmptyFile();
	}

}
