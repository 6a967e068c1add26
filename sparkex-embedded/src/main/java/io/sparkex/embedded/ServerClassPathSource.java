package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Source of the jars of a Spark version from the cache or through Maven.
 */
final class ServerClassPathSource {

	private final Path cacheDirectory;

	private final BiFunction<String, List<String>, List<Path>> resolver;

	/**
	 * Creates a source. The resolver is a function, so that a warm start does not load
	 * Maven classes.
	 */
	ServerClassPathSource(Path cacheDirectory, BiFunction<String, List<String>, List<Path>> resolver) {
		this.cacheDirectory = cacheDirectory;
		this.resolver = resolver;
	}

	ServerClassPath get(String version, List<String> packages) {
		ClassPathCache cache = new ClassPathCache(this.cacheDirectory, version, packages);
		Optional<List<Path>> known = cache.read();
		List<Path> jars = known.isPresent() ? known.get() : resolve(cache, version, packages);
		return new ServerClassPath(version, jars);
	}

	private List<Path> resolve(ClassPathCache cache, String version, List<String> packages) {
		try (CacheLock lock = CacheLock.acquire(this.cacheDirectory)) {
			// The previous owner of the lock may have resolved the same version.
			Optional<List<Path>> known = cache.read();
			if (known.isPresent()) {
				return known.get();
			}
			List<Path> jars = this.resolver.apply(version, packages);
			cache.write(jars);
			return jars;
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot write to the cache directory " + this.cacheDirectory + ": " + ex
					+ "; set another directory with cacheDirectory(..) on the builder", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedSparkException(
					"Interrupted while waiting for another application that is resolving Spark", ex);
		}
	}

}
