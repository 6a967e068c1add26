package io.sparkex.execution;

/**
 * A handler for the progress of queries and commands. It is called under the same rules
 * as an {@link ExecutionListener}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProgressHandler {

	/**
	 * Called when the server reports progress.
	 * @param execution the execution
	 * @param progress the progress so far
	 */
	void progressed(Execution execution, ExecutionProgress progress);

}
