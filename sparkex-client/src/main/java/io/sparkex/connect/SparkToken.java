package io.sparkex.connect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.net.HeaderRules;

/**
 * A bearer token and, if that is known, when it expires. Immutable. Its text form masks
 * it.
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
	 * A token that is good until the server refuses it.
	 * @param value the token, without {@code Bearer}
	 * @return a new token
	 * @throws IllegalArgumentException if it is blank or cannot travel in a header
	 */
	public static SparkToken of(String value) {
		HeaderRules.checkToken(value);
		return new SparkToken(value, null);
	}

	/**
	 * This token with an end.
	 * @param expiresAt when it expires
	 * @return a new token
	 */
	public SparkToken expiringAt(Instant expiresAt) {
		return new SparkToken(this.value, expiresAt);
	}

	/**
	 * The token itself: a secret.
	 * @return visible ASCII
	 */
	public String value() {
		return this.value;
	}

	/**
	 * When the token expires.
	 * @return the end, or {@code null} if none is known
	 */
	public @Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	@Override
	public String toString() {
		return "SparkToken[******" + ((this.expiresAt != null) ? ", expiresAt=" + this.expiresAt : "") + "]";
	}

}
