package io.sparkex;

import java.util.List;

/**
 * What a child JVM is told on its command line.
 *
 * @param url where the server is
 * @param rows how many rows to read
 * @param localRows how many rows to send
 * @param calls how many short calls make one sample
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
