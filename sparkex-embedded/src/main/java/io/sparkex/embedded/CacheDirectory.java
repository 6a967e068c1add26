package io.sparkex.embedded;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Location of the cache directory for class paths, the launcher and class data archives.
 */
final class CacheDirectory {

	private CacheDirectory() {
	}

	static Path defaultPath() {
		return from(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"));
	}

	static Path from(@Nullable String xdgCacheHome, String userHome) {
		// The XDG specification requires relative paths to be ignored.
		if (xdgCacheHome != null && Path.of(xdgCacheHome).isAbsolute()) {
			return Path.of(xdgCacheHome, "sparkex");
		}
		return Path.of(userHome, ".cache", "sparkex");
	}

}
