package io.sparkex.transport;

/**
 * Gets the tokens of a session, such as from an identity provider. It is asked before the
 * first call, again when a token is about to expire, and when the server refuses one.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkTokenSupplier {

	/**
	 * Gets a token that is good from now on. Runs on the thread of whoever uses the
	 * session, and may block it; other callers wait meanwhile, so it should give up in
	 * time. It must not use the session that it serves. May throw anything unchecked.
	 * @return a token, best with its end, so that it is renewed before the server refuses
	 * it
	 */
	SparkToken get();

}
