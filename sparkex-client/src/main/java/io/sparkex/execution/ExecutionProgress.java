package io.sparkex.execution;

import java.util.List;

/**
 * How far a query or command is. Servers report it every two seconds unless they are told
 * otherwise, and with results; Spark learns of stages only when it comes to them, so that
 * totals may grow.
 *
 * @param stages the stages that are known so far
 * @param runningTasks how many tasks run now
 * @since 0.1.0
 */
public record ExecutionProgress(List<StageProgress> stages, long runningTasks) {

	public ExecutionProgress {
		stages = List.copyOf(stages);
	}

	/**
	 * How many tasks all known stages have.
	 * @return a count
	 */
	public long tasks() {
		return this.stages.stream().mapToLong(StageProgress::tasks).sum();
	}

	/**
	 * How many tasks of all known stages are done.
	 * @return a count
	 */
	public long completedTasks() {
		return this.stages.stream().mapToLong(StageProgress::completedTasks).sum();
	}

	/**
	 * How many bytes all known stages have read so far.
	 * @return a count of bytes
	 */
	public long bytesRead() {
		return this.stages.stream().mapToLong(StageProgress::bytesRead).sum();
	}

}
