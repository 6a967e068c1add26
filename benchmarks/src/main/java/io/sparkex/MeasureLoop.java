package io.sparkex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child side of a {@link ChildJvm}: reads the name of a measure from each line of
 * standard input, runs it and writes one line of output. It ends with its input, even
 * during a measure, so that it never outlives its parent. It does not depend on either
 * client.
 */
final class MeasureLoop {

	private static final String END = "";

	private static final int FAILED = 4;

	private static final long GRACE_MILLIS = 4_000;

	private MeasureLoop() {
	}

	static void run(Map<String, Callable<Sample>> measures) throws InterruptedException {
		BlockingQueue<String> names = new LinkedBlockingQueue<>();
		Thread input = new Thread(() -> readNames(names), "input");
		input.setDaemon(true);
		input.start();
		String name = names.take();
		while (!name.equals(END)) {
			System.out.println(sample(measures, name).toLine());
			name = names.take();
		}
	}

	private static void readNames(BlockingQueue<String> names) {
		try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			String line = input.readLine();
			while (line != null) {
				names.add(line);
				line = input.readLine();
			}
			names.add(END);
			Thread.sleep(GRACE_MILLIS);
		}
		catch (IOException | InterruptedException ex) {
			// Without input there is no parent to work for.
		}
		Runtime.getRuntime().halt(FAILED);
	}

	/**
	 * Returns whether the cause is a lack of memory. Netty counts the memory that it uses
	 * and throws its own subclass of the error.
	 */
	private static boolean isOfMemory(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutOfMemoryError) {
				return true;
			}
		}
		return false;
	}

	private static Sample sample(Map<String, Callable<Sample>> measures, String name) {
		Callable<Sample> measure = measures.get(name);
		try {
			if (measure == null) {
				throw new IllegalArgumentException("There is no measure " + name + " among " + measures.keySet());
			}
			// The garbage of the previous run must not be collected in this one.
			System.gc();
			return measure.call();
		}
		catch (Throwable ex) {
			// Threads of a client may still run. Without an exit the parent would wait.
			ex.printStackTrace();
			Runtime.getRuntime().halt(isOfMemory(ex) ? ChildJvm.OUT_OF_MEMORY : FAILED);
			throw new IllegalStateException(ex);
		}
	}

}
