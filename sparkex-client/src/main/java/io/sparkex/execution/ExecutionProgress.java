package io.sparkex.execution;

import java.util.List;

/**
 * The progress of a query or command. By default, servers report it every two seconds and
 * with each batch of the result. Spark discovers stages while a query runs, so totals may
 * grow.
 *
 * @param stages the stages that are known so far
 * @param runningTasks the number of running tasks
 * @since 0.1.0
 */
public record ExecutionProgress(List<StageProgress> stages, long runningTasks) {

	public ExecutionProgress {
		stages = List.copyOf(stages);
	}

	/**
	 * Returns the number of tasks of all known stages.
	 * @return the number of tasks
	 */
	public long tasks() {
		return this.stages.stream().mapToLong(StageProgress::tasks).sum();
	}

	/**
	 * Returns the number of completed tasks of all known stages.
	 * @return the number of completed tasks
	 */
	public long completedTasks() {
		return this.stages.stream().mapToLong(StageProgress::completedTasks).sum();
	}

	/**
	 * Returns the number of bytes that all known stages have read so far.
	 * @return the number of bytes
	 */
	public long bytesRead() {
		return this.stages.stream().mapToLong(StageProgress::bytesRead).sum();
	}

}
