package io.sparkex.execution;

/**
 * What an operation on the server is doing.
 *
 * @since 0.1.0
 */
public enum OperationState {

	/** The server does not know it, or does not know how it is. */
	UNKNOWN,

	/** It runs. */
	RUNNING,

	/** It is being ended. */
	TERMINATING,

	/** It is done. */
	SUCCEEDED,

	/** It has failed. */
	FAILED,

	/** It was interrupted. */
	CANCELLED

}
