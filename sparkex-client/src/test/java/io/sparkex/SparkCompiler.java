package io.sparkex;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiler of classes against Spark's own API, which is not on the class path of the
 * tests.
 */
final class SparkCompiler {

	private SparkCompiler() {
	}

	/**
	 * Compiles all sources of a directory in place.
	 * @param folder a directory that contains only sources
	 */
	static void compile(Path folder) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> jars = Files.list(Path.of("target", "official-api"));
				Stream<Path> files = Files.list(folder)) {
			String classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
			List<String> arguments = Stream
				.concat(Stream.of("-nowarn", "-proc:none", "--release", "17", "-cp", classPath),
						files.map(Path::toString))
				.toList();
			assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
		}
	}

}
