package io.sparkex.samples.secured.gateway;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The tokens that were given and are still good. Opaque: whoever checks one asks here.
 * Thread-safe.
 */
public final class AccessTokens {

	static final Duration LIFETIME = Duration.ofMinutes(2);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Instant> ends = new ConcurrentHashMap<>();

	AccessTokens() {
	}

	String issue() {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = Instant.now();
		this.ends.values().removeIf(now::isAfter);
		this.ends.put(token, now.plus(LIFETIME));
		return token;
	}

	boolean isGood(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith("Bearer ")) {
			return false;
		}
		Instant end = this.ends.get(authorization.substring("Bearer ".length()));
		return end != null && Instant.now().isBefore(end);
	}

	/**
	 * Ends all tokens before their time.
	 */
	public void revokeAll() {
		this.ends.clear();
	}

}
