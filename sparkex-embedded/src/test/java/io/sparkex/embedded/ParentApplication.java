package io.sparkex.embedded;

import java.nio.file.Path;

/**
 * An application with an embedded server, to be killed or to be left without close() by
 * the tests.
 */
final class ParentApplication {

	private ParentApplication() {
	}

	/**
	 * Starts a server, prints its process id and work directory, and waits for the end of
	 * its input.
	 */
	public static void main(String[] args) throws Exception {
		EmbeddedSparkBuilder builder = EmbeddedSpark.builder();
		if (args.length > 0) {
			builder.cacheDirectory(Path.of(args[0]));
		}
		EmbeddedSpark spark = builder.start();
		System.out.println("SERVER " + spark.process().pid() + " " + spark.workDirectory());
		System.in.transferTo(System.err);
		System.exit(0);
	}

}
