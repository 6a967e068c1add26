package io.sparkex.internal.transport;

/**
 * The request with which a call attaches to an operation.
 */
enum AttachMode {

	/** Runs the plan, unless the server already runs it. */
	EXECUTE,

	/** Requests the responses after the last received one. */
	REATTACH

}
