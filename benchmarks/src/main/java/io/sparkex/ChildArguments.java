package io.sparkex;

import java.util.List;

/**
 * The command-line arguments of a child JVM.
 *
 * @param url the connection string of the server
 * @param rows the number of rows to read
 * @param localRows the number of rows to send
 * @param calls the number of short calls in one sample
 */
record ChildArguments(String url, long rows, int localRows, int calls) {

	static ChildArguments parse(String[] args) {
		return new ChildArguments(args[0], Long.parseLong(args[1]), Integer.parseInt(args[2]),
				Integer.parseInt(args[3]));
	}

	List<String> toArgs() {
		return List.of(this.url, Long.toString(this.rows), Integer.toString(this.localRows),
				Integer.toString(this.calls));
	}

}
