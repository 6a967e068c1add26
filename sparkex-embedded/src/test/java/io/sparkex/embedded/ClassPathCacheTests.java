package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ClassPathCacheTests {

	private final Path folder;

	ClassPathCacheTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@Test
	void returnsJarsInOrder() throws IOException {
		List<Path> jars = List.of(jar("z.jar", "zz"), jar("a.jar", "a"));
		cache().write(jars);
		assertThat(cache().read()).contains(jars);
	}

	@Test
	void isInvalidWhenJarIsMissing() throws IOException {
		Path jar = jar("a.jar", "a");
		cache().write(List.of(jar));
		Files.delete(jar);
		assertThat(cache().read()).isEmpty();
	}

	@Test
	void isInvalidWhenJarHasOtherSize() throws IOException {
		cache().write(List.of(jar("a.jar", "a")));
		jar("a.jar", "other");
		assertThat(cache().read()).isEmpty();
	}

	@Test
	void isInvalidWhenFileIsCorrupt() throws IOException {
		cache().write(List.of(jar("a.jar", "a")));
		try (Stream<Path> files = Files.list(this.folder.resolve("classpath-2"))) {
			Files.writeString(files.findFirst().orElseThrow(), "sparkex class path 1\nnonsense");
		}
		assertThat(cache().read()).isEmpty();
	}

	@Test
	void dependsOnVersionAndPackages() throws IOException {
		cache().write(List.of(jar("a.jar", "a")));
		assertThat(new ClassPathCache(this.folder, "4.1.2", List.of("a:b:1")).read()).isEmpty();
		assertThat(new ClassPathCache(this.folder, "4.2.0", List.of()).read()).isEmpty();
	}

	private ClassPathCache cache() {
		return new ClassPathCache(this.folder, "4.1.2", List.of());
	}

	private Path jar(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

}
