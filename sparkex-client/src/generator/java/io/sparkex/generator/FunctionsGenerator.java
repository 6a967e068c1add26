package io.sparkex.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Generates {@code io.sparkex.SparkFunctions} from the functions registry.
 */
public final class FunctionsGenerator {

	private FunctionsGenerator() {
	}

	/**
	 * Run the generator. The file is written only when its content changes, so that an
	 * incremental build stays one.
	 * @param args the registry's directory and the root of the generated sources
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			throw new IllegalArgumentException("expected a registry directory and an output directory");
		}
		try {
			write(Path.of(args[1], "io", "sparkex", "SparkFunctions.java"),
					new SourceWriter().write(Registry.read(Path.of(args[0]))));
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
