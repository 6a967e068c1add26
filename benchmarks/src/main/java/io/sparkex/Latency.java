package io.sparkex;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Measurement of calls that are too short for a single measurement.
 */
final class Latency {

	private Latency() {
	}

	/**
	 * Executes a call many times.
	 * @return the median of their times, with the sum of their results as the checksum
	 */
	static Sample median(int calls, Callable<? extends Number> call) throws Exception {
		long[] nanos = new long[calls];
		long sum = 0;
		for (int i = 0; i < calls; i++) {
			long start = System.nanoTime();
			sum += call.call().longValue();
			nanos[i] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		return new Sample(nanos[calls / 2], calls, sum);
	}

}
