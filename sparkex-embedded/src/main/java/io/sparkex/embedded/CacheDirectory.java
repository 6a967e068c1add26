package io.sparkex.embedded;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where sparkex keeps what it may lose: remembered class paths, the launcher and class
 * data archives.
 */
final class CacheDirectory {

	private CacheDirectory() {
	}

	static Path byDefault() {
		return from(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
	}

	static Path from(@Nullable String xdgCacheHome, String userHome) {
		// The XDG specification tells to ignore relative paths.
		if (xdgCacheHome != null && Path.of(xdgCacheHome).isAbsolute()) {
			return Path.of(xdgCacheHome, "sparkex");
		}
		return Path.of(userHome, ".cache", "sparkex");
	}

}
