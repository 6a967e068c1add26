package io.sparkex.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Validated settings of a server.
 */
record ServerSettings(String version, @Nullable Path sparkHome, Map<String, String> config, long heap,
		List<String> jvmArgs, @Nullable Path javaHome, Duration startupTimeout, Path cacheDirectory,
		List<String> packages, Level logLevel) {

	ServerSettings {
		config = Map.copyOf(config);
		jvmArgs = List.copyOf(jvmArgs);
		packages = List.copyOf(packages);
	}

}
