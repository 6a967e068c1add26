package io.sparkex.connect;

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

	/**
	 * Gets a token in the place of one that the server refused, though it may not have
	 * expired: it was revoked, or its keys have changed. To be overridden where
	 * {@link #get()} would give the same again, such as from a cache. Otherwise as that.
	 * @param refused the token that was refused
	 * @return another token, or the same if there is no other
	 */
	default SparkToken replace(SparkToken refused) {
		return get();
	}

}
