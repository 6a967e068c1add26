package io.sparkex.samples.secured.gateway;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Store of issued opaque access tokens. Thread-safe.
 */
public final class AccessTokens {

	static final Duration LIFETIME = Duration.ofMinutes(2);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Instant> expirations = new ConcurrentHashMap<>();

	AccessTokens() {
	}

	String issue() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = Instant.now();
		this.expirations.values().removeIf(now::isAfter);
		this.expirations.put(token, now.plus(LIFETIME));
		return token;
	}

	boolean isValid(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith("Bearer ")) {
			return false;
		}
		Instant expiration = this.expirations.get(authorization.substring("Bearer ".length()));
		return expiration != null && Instant.now().isBefore(expiration);
	}

	/**
	 * Revokes all tokens.
	 */
	public void revokeAll() {
		this.expirations.clear();
	}

}
