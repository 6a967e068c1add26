package io.sparkex.execution;

/**
 * The state of an operation on the server.
 *
 * @since 0.1.0
 */
public enum OperationState {

	/**
	 * The server does not know the operation or its state.
	 */
	UNKNOWN,

	/**
	 * The operation is running.
	 */
	RUNNING,

	/**
	 * The operation is being terminated.
	 */
	TERMINATING,

	/**
	 * The operation completed successfully.
	 */
	SUCCEEDED,

	/**
	 * The operation failed.
	 */
	FAILED,

	/** The operation was cancelled. */
	CANCELLED

}
