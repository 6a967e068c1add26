package io.sparkex;

import java.util.concurrent.Callable;

/**
 * One measured run.
 *
 * @param nanos how long it took
 * @param rows how many rows there were
 * @param checksum the sum over their cells, 0 where none was read
 */
record Sample(long nanos, long rows, long checksum) {

	private static final String MARK = "@@sample ";

	/**
	 * Runs an action that reads rows while the clock runs.
	 */
	static Sample of(Callable<Tally> action) throws Exception {
		long start = System.nanoTime();
		Tally tally = action.call();
		return new Sample(System.nanoTime() - start, tally.rows(), tally.checksum());
	}

	/**
	 * Runs an action, and looks at what it returned only after the clock was stopped.
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
	 * A line that carries this from a child JVM to its parent.
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
	 * Reads every cell of a result.
	 *
	 * @param <T> the type of the result
	 */
	interface Reader<T> {

		void read(T result, Tally tally);

	}

}
