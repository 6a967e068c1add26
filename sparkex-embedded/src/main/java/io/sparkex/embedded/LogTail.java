package io.sparkex.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last lines of the server output, for error messages. Thread-safe.
 */
final class LogTail {

	private static final int LINES = 50;

	private static final int LINE_LENGTH = 500;

	private final Deque<String> lines = new ArrayDeque<>(LINES);

	void add(LogEvent event) {
		String prefix = event.logger().equals(LogEventParser.RAW_LOGGER) ? ""
				: event.level() + " " + event.logger() + ": ";
		List<String> added = (prefix + event.text()).lines().toList();
		synchronized (this.lines) {
			for (String line : added) {
				if (this.lines.size() == LINES) {
					this.lines.removeFirst();
				}
				this.lines.addLast((line.length() > LINE_LENGTH) ? line.substring(0, LINE_LENGTH) + "..." : line);
			}
		}
	}

	@Override
	public String toString() {
		synchronized (this.lines) {
			return this.lines.isEmpty() ? "It had no output."
					: "Its last lines of output:\n  " + String.join("\n  ", this.lines);
		}
	}

}
