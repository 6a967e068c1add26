package io.sparkex.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cache of resolved class paths, so that a warm start needs neither Maven nor the
 * network. For each version, there is a text file with a header line, followed by the
 * size and the path of each jar, separated by a tab.
 */
final class ClassPathCache {

	private static final String HEADER = "sparkex class path 1";

	/**
	 * The number increases when the selection of artifacts changes, since other releases
	 * of sparkex use the same cache.
	 */
	private static final String FOLDER = "classpath-2";

	private final Path file;

	ClassPathCache(Path cacheDirectory, String version, List<String> packages) {
		String suffix = packages.isEmpty() ? "" : "-" + Digest.of(packages).substring(0, 12);
		this.file = cacheDirectory.resolve(FOLDER).resolve("spark-" + version + suffix + ".txt");
	}

	/**
	 * Returns the cached jars, if all of them still exist with the same size.
	 */
	Optional<List<Path>> read() {
		try {
			if (!Files.isRegularFile(this.file)) {
				return Optional.empty();
			}
			List<String> lines = Files.readAllLines(this.file);
			if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
				return Optional.empty();
			}
			List<Path> jars = new ArrayList<>(lines.size());
			for (String line : lines.subList(1, lines.size())) {
				int tab = line.indexOf('\t');
				Path jar = Path.of(line.substring(tab + 1));
				if (Files.size(jar) != Long.parseLong(line.substring(0, tab))) {
					return Optional.empty();
				}
				jars.add(jar);
			}
			return Optional.of(jars);
		}
		catch (IOException | InvalidPathException | NumberFormatException | IndexOutOfBoundsException ex) {
			// The class path is resolved again.
			return Optional.empty();
		}
	}

	void write(List<Path> jars) throws IOException {
		StringBuilder text = new StringBuilder(HEADER).append('\n');
		for (Path jar : jars) {
			text.append(Files.size(jar)).append('\t').append(jar).append('\n');
		}
		AtomicFile.write(this.file, text.toString().getBytes(StandardCharsets.UTF_8));
	}

}
