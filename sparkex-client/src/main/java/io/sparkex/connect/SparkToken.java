package io.sparkex.connect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.net.HeaderFields;

/**
 * Bearer token with an optional expiry time. Immutable and thread-safe.
 * {@link #toString()} masks the token.
 *
 * @since 0.1.0
 */
public final class SparkToken {

	private final String value;

	private final @Nullable Instant expiresAt;

	private SparkToken(String value, @Nullable Instant expiresAt) {
		this.value = value;
		this.expiresAt = expiresAt;
	}

	/**
	 * Creates a token that is used until the server rejects it.
	 * @param value the token, without the prefix {@code Bearer}
	 * @return a new token
	 * @throws IllegalArgumentException if the token is blank or contains characters that
	 * are not printable ASCII
	 */
	public static SparkToken of(String value) {
		HeaderFields.checkToken(value);
		return new SparkToken(value, null);
	}

	/**
	 * Returns a copy with an expiry time.
	 * @param expiresAt the time at which the token expires
	 * @return a new token
	 */
	public SparkToken expiringAt(Instant expiresAt) {
		return new SparkToken(this.value, expiresAt);
	}

	/**
	 * Returns the token itself, which is a secret.
	 * @return the token in printable ASCII
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Returns the time at which the token expires.
	 * @return the expiry time, or {@code null} if it is unknown
	 */
	public @Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	@Override
	public String toString() {
		return "SparkToken[******" + ((this.expiresAt != null) ? ", expiresAt=" + this.expiresAt : "") + "]";
	}

}
