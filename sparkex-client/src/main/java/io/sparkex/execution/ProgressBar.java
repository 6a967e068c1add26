package io.sparkex.execution;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A progress bar in a terminal for the queries and commands of a session. It disappears
 * when they complete. If several threads run queries, it shows the latest update of any
 * of them.
 *
 * <pre class="code">
 * spark.addExecutionListener(ProgressBar.on(System.err));
 * </pre>
 *
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ProgressBar implements ExecutionListener {

	private static final int WIDTH = 30;

	private static final long KILO = 1024;

	private final PrintStream terminal;

	private final ReentrantLock lock = new ReentrantLock();

	private int shown;

	private ProgressBar(PrintStream terminal) {
		this.terminal = terminal;
	}

	/**
	 * Creates a progress bar.
	 * @param terminal the output stream; if it is not a terminal, the output contains
	 * carriage returns
	 * @return a listener, to be added to a session or to results
	 */
	public static ProgressBar on(PrintStream terminal) {
		return new ProgressBar(terminal);
	}

	@Override
	public void progressed(Execution execution, ExecutionProgress progress) {
		show(line(progress));
	}

	@Override
	public void finished(Execution execution, ExecutionSummary summary) {
		show("");
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		show("");
	}

	private static String line(ExecutionProgress progress) {
		long tasks = progress.tasks();
		long completed = Math.min(progress.completedTasks(), tasks);
		int full = (tasks > 0) ? (int) (WIDTH * completed / tasks) : 0;
		return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + completed + "/" + tasks + " tasks, "
				+ progress.runningTasks() + " running, " + size(progress.bytesRead()) + " read";
	}

	private static String size(long bytes) {
		if (bytes < KILO) {
			return bytes + " B";
		}
		double size = bytes;
		int unit = -1;
		while (size >= KILO && unit < 4) {
			size /= KILO;
			unit++;
		}
		return String.format(Locale.ROOT, "%.1f %siB", size, "KMGTP".charAt(unit));
	}

	/**
	 * Replaces the displayed line.
	 */
	private void show(String line) {
		this.lock.lock();
		try {
			if (line.isEmpty() && this.shown == 0) {
				return;
			}
			this.terminal.print("\r" + line + " ".repeat(Math.max(0, this.shown - line.length())));
			if (line.isEmpty()) {
				this.terminal.print("\r");
			}
			this.terminal.flush();
			this.shown = line.length();
		}
		finally {
			this.lock.unlock();
		}
	}

}
