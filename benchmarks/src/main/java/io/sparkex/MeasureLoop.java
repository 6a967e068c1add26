package io.sparkex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The side of a child JVM: takes the name of a measure from each line of the standard
 * input, runs it and answers with a line. Ends with its input, so that it never outlives
 * its parent. Knows neither client.
 */
final class MeasureLoop {

	private static final int FAILED = 3;

	private MeasureLoop() {
	}

	static void run(Map<String, Callable<Sample>> measures) throws IOException {
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		String name = input.readLine();
		while (name != null) {
			System.out.println(sample(measures, name).toLine());
			name = input.readLine();
		}
	}

	private static Sample sample(Map<String, Callable<Sample>> measures, String name) {
		Callable<Sample> measure = measures.get(name);
		try {
			if (measure == null) {
				throw new IllegalArgumentException("There is no measure " + name + " among " + measures.keySet());
			}
			// What the run before has left behind is not to be cleared up in this one.
			System.gc();
			return measure.call();
		}
		catch (Throwable ex) {
			// Threads of a client may still run: without an exit the parent would wait.
			ex.printStackTrace();
			Runtime.getRuntime().halt(FAILED);
			throw new IllegalStateException(ex);
		}
	}

}
