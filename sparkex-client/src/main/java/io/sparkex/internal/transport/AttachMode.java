package io.sparkex.internal.transport;

/**
 * What a call asks for that goes on with an operation.
 */
enum AttachMode {

	/** To run the plan, unless that has been asked before. */
	EXECUTE,

	/** To send the responses after the last that has arrived. */
	REATTACH

}
