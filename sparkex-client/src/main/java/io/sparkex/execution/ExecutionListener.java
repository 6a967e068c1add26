package io.sparkex.execution;

import java.time.Duration;

/**
 * Hears of the queries and commands of a session.
 * <p>
 * Methods are called in the thread that waits for the result, in one that closes it, in
 * one of gRPC, or in that which stops dropped results, and must return soon and not wait
 * for the server. They are called in order for one execution, and at the same time for
 * several. What they throw is logged, and changes nothing.
 *
 * @since 0.1.0
 */
public interface ExecutionListener {

	/**
	 * An execution is about to be sent, and may be added to. Called before
	 * {@link #started(Execution)}, in the thread that asks for the result;
	 * {@code started} does not follow, but {@link #failed failed}, if the request cannot
	 * be made.
	 * @param request what is about to be sent
	 */
	default void preparing(ExecutionRequest request) {
	}

	/**
	 * An execution is about to be sent. Either {@link #finished finished} or
	 * {@link #failed failed} follows; where results are dropped without being closed,
	 * when the garbage collector finds them.
	 * @param execution the execution
	 */
	default void started(Execution execution) {
	}

	/**
	 * The server says how far it is.
	 * @param execution the execution
	 * @param progress what is done so far
	 */
	default void progressed(Execution execution, ExecutionProgress progress) {
	}

	/**
	 * A part of the result was read.
	 * @param execution the execution
	 * @param rows how many rows it has
	 * @param bytes how many bytes of Arrow data it has
	 */
	default void received(Execution execution, long rows, long bytes) {
	}

	/**
	 * The connection was lost, or nobody answered, and it will be tried again.
	 * @param execution the execution
	 * @param wait how long to wait before the next try
	 * @param reason what failed
	 */
	default void retried(Execution execution, Duration wait, String reason) {
	}

	/**
	 * The stream of responses was taken up again, after the connection was lost or the
	 * server has cut it.
	 * @param execution the execution
	 */
	default void reattached(Execution execution) {
	}

	/**
	 * All responses were read.
	 * @param execution the execution
	 * @param summary what can be said of it
	 */
	default void finished(Execution execution, ExecutionSummary summary) {
	}

	/**
	 * The execution failed, or was cancelled, here or on the server.
	 * @param execution the execution
	 * @param failure why; an {@link io.sparkex.errors.OperationCancelledException} if it
	 * was cancelled
	 */
	default void failed(Execution execution, RuntimeException failure) {
	}

}
