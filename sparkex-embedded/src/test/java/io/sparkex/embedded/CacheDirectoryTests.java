package io.sparkex.embedded;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CacheDirectoryTests {

	@Test
	void usesXdgCacheHome() {
		assertThat(CacheDirectory.from("/var/cache/me", "/home/me")).isEqualTo(Path.of("/var/cache/me/sparkex"));
	}

	@Test
	void usesHomeDirectoryByDefault() {
		assertThat(CacheDirectory.from(null, "/home/me")).isEqualTo(Path.of("/home/me/.cache/sparkex"));
		assertThat(CacheDirectory.from("relative", "/home/me")).isEqualTo(Path.of("/home/me/.cache/sparkex"));
		assertThat(CacheDirectory.from("", "/home/me")).isEqualTo(Path.of("/home/me/.cache/sparkex"));
	}

}
