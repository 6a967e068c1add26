package io.sparkex.embedded;

import java.nio.file.Path;

/**
 * Application with an embedded server, which tests kill or end without closing the
 * server.
 */
final class ParentApplication {

	private ParentApplication() {
	}

	/**
	 * The system property that names the {@link Ending}.
	 */
	static final String ENDING = "ending";

	/**
	 * Starts a server, prints its process ID and work directory, and waits for the end of
	 * standard input.
	 */
	public static void main(String[] args) throws Exception {
		EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder();
		if (args.length > 0) {
			builder.cacheDirectory(Path.of(args[0]));
		}
		EmbeddedSparkServer spark = builder.start();
		Ending ending = Ending.valueOf(System.getProperty(ENDING, Ending.EXIT.name()));
		if (ending == Ending.HOOK) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterLastRequests(spark)));
		}
		System.out.println("SERVER " + spark.process().pid() + " " + spark.workDirectory());
		System.in.transferTo(System.err);
		if (ending == Ending.EXIT) {
			System.exit(0);
		}
	}

	private static void closeAfterLastRequests(EmbeddedSparkServer spark) {
		try {
			Thread.sleep(1000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		boolean running = spark.isRunning();
		spark.close();
		System.out.println("RUNNING " + running);
	}

	enum Ending {

		EXIT, RETURN, HOOK

	}

}
