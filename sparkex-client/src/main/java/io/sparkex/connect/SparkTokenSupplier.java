package io.sparkex.connect;

/**
 * Supplier of bearer tokens, for example from an identity provider. The session requests
 * a token before its first call, shortly before a token expires, and when the server
 * rejects a token. A session makes one call at a time, but sessions that share a supplier
 * may call it concurrently, so such implementations must be thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkTokenSupplier {

	/**
	 * Returns a valid token. The method runs on the thread of the caller that uses the
	 * session and may block; other callers of the session wait in the meantime, so
	 * implementations should apply a timeout. Implementations must not use the session
	 * that they supply and may throw any unchecked exception.
	 * @return a token, preferably with its expiry time, so that the session renews it
	 * before the server rejects it
	 */
	SparkToken get();

	/**
	 * Returns a replacement for a token that the server rejected before it expired, for
	 * example because it was revoked or because the signing keys changed. Override this
	 * method if {@link #get()} may return the same token again, for example from a cache.
	 * The rules of {@code get()} apply.
	 * @param rejected the token that the server rejected
	 * @return another token, or the same token if there is no other
	 */
	default SparkToken replace(SparkToken rejected) {
		return get();
	}

}
