package io.sparkex.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CacheLockTests {

	private final Path cache;

	CacheLockTests(@TempDir Path cache) {
		this.cache = cache;
	}

	@Test
	void failsWhenLockIsHeldTooLong() throws IOException {
		try (FileChannel held = lockLikeOtherClassLoader()) {
			assertThatExceptionOfType(EmbeddedSparkException.class)
				.isThrownBy(() -> CacheLock.acquire(this.cache, Duration.ofMillis(50)))
				.withMessageContaining("PT0.05S")
				.withMessageContaining("cacheDirectory(..)");
			assertThat(held.isOpen()).isTrue();
		}
		assertThatNoException().isThrownBy(() -> CacheLock.acquire(this.cache, Duration.ofMillis(50)).close());
	}

	@Test
	void failsWhenWaitIsInterrupted() throws IOException {
		ServerClassPathSource source = new ServerClassPathSource(this.cache, (version, packages) -> List.of());
		try (FileChannel held = lockLikeOtherClassLoader()) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> source.get("4.1.2", List.of()))
				.withMessageStartingWith("Interrupted while waiting");
			assertThat(Thread.interrupted()).isTrue();
			assertThat(held.isOpen()).isTrue();
		}
	}

	private FileChannel lockLikeOtherClassLoader() throws IOException {
		FileChannel channel = FileChannel.open(this.cache.resolve("resolving.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		assertThat(channel.tryLock()).isNotNull();
		return channel;
	}

}
