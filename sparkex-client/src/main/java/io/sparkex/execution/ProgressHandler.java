package io.sparkex.execution;

/**
 * Hears how far queries and commands are. Called as {@link ExecutionListener} says.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ProgressHandler {

	/**
	 * The server says how far an execution is.
	 * @param execution the execution
	 * @param progress what is done so far
	 */
	void progressed(Execution execution, ExecutionProgress progress);

}
