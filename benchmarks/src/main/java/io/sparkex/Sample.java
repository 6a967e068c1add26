package io.sparkex;

import java.util.concurrent.Callable;

/**
 * One measured run.
 *
 * @param nanos the elapsed time
 * @param rows the number of rows
 * @param checksum the sum over their cells, 0 if no cell was read
 */
record Sample(long nanos, long rows, long checksum) {

	private static final String MARK = "@@sample ";

	/**
	 * Measures the time of an action that reads rows.
	 */
	static Sample of(Callable<Tally> action) throws Exception {
		long start = System.nanoTime();
		Tally tally = action.call();
		return new Sample(System.nanoTime() - start, tally.rows(), tally.checksum());
	}

	/**
	 * Measures the time of an action and evaluates its result after stopping the clock.
	 */
	static <T> Sample of(Callable<T> action, Reader<T> reader) throws Exception {
		long start = System.nanoTime();
		T result = action.call();
		long nanos = System.nanoTime() - start;
		Tally tally = new Tally();
		reader.read(result, tally);
		return new Sample(nanos, tally.rows(), tally.checksum());
	}

	/**
	 * Returns a line that carries this sample from a child JVM to its parent.
	 */
	String toLine() {
		return MARK + this.nanos + " " + this.rows + " " + this.checksum;
	}

	static boolean isLine(String line) {
		return line.startsWith(MARK);
	}

	static Sample parse(String line) {
		String[] parts = line.substring(MARK.length()).split(" ", 3);
		return new Sample(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
	}

	/**
	 * A function that reads every cell of a result.
	 *
	 * @param <T> the type of the result
	 */
	interface Reader<T> {

		void read(T result, Tally tally);

	}

}
