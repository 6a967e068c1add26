package io.sparkex.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Generator of {@code io.sparkex.SparkFunctions} from the functions registry.
 */
public final class FunctionsGenerator {

	private FunctionsGenerator() {
	}

	/**
	 * Runs the generator. A file is written only if its content changes, which keeps
	 * builds incremental.
	 * @param args the directory of the registry and the root directory of the generated sources
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			throw new IllegalArgumentException("expected a registry directory and an output directory");
		}
		try {
			List<Entry> entries = Registry.read(Path.of(args[0]));
			Path sources = Path.of(args[1], "io", "sparkex");
			write(sources.resolve("SparkFunctions.java"), new SourceWriter().write(entries));
			write(sources.resolve("internal/protocol/FunctionVersions.java"), new VersionsWriter().write(entries));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private static void write(Path file, String source) throws IOException {
		if (Files.exists(file) && Files.readString(file).equals(source)) {
			return;
		}
		Files.createDirectories(file.getParent());
		Files.writeString(file, source);
	}

}
