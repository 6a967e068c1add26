package io.sparkex.execution;

import java.time.Duration;

/**
 * A listener for the queries and commands of a session.
 * <p>
 * Callbacks run in the thread that waits for or closes the result, in a gRPC thread, or
 * in the cleaner thread that stops abandoned results. They must return quickly and must
 * not wait for the server. The callbacks of one execution are called in order; callbacks
 * of several executions may be concurrent. Exceptions that a listener throws are logged
 * and otherwise ignored.
 *
 * @since 0.1.0
 */
public interface ExecutionListener {

	/**
	 * Called before an execution is sent. The listener may modify the request. Called
	 * before {@link #started(Execution)}, in the thread that requests the result. If the
	 * request cannot be created, {@link #failed failed} follows instead of
	 * {@code started}.
	 * @param request the request to be sent
	 */
	default void preparing(ExecutionRequest request) {
	}

	/**
	 * Called when an execution is about to be sent. Either {@link #finished finished} or
	 * {@link #failed failed} follows. If a result is abandoned without being closed, they
	 * are called when the garbage collector finds it.
	 * @param execution the execution
	 */
	default void started(Execution execution) {
	}

	/**
	 * Called when the server reports progress.
	 * @param execution the execution
	 * @param progress the progress so far
	 */
	default void progressed(Execution execution, ExecutionProgress progress) {
	}

	/**
	 * Called when a batch of the result was received.
	 * @param execution the execution
	 * @param rows the number of rows in the batch
	 * @param bytes the number of bytes of Arrow data in the batch
	 */
	default void received(Execution execution, long rows, long bytes) {
	}

	/**
	 * Called before a failed request is retried, because the connection was lost or the
	 * server did not respond.
	 * @param execution the execution
	 * @param wait the delay before the next attempt
	 * @param reason the failure
	 */
	default void retried(Execution execution, Duration wait, String reason) {
	}

	/**
	 * Called when the response stream was resumed, after the connection was lost or the
	 * server ended the stream.
	 * @param execution the execution
	 */
	default void reattached(Execution execution) {
	}

	/**
	 * Called when all responses have been received.
	 * @param execution the execution
	 * @param summary the summary of the execution
	 */
	default void finished(Execution execution, ExecutionSummary summary) {
	}

	/**
	 * Called when the execution failed, or was cancelled by the client or the server.
	 * @param execution the execution
	 * @param failure the exception; an
	 * {@link io.sparkex.errors.OperationCancelledException} if the execution was
	 * cancelled
	 */
	default void failed(Execution execution, RuntimeException failure) {
	}

}
