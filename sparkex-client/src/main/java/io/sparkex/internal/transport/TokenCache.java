package io.sparkex.internal.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.OperationCancelledException;

/**
 * The token of a session, cached until shortly before it expires. Thread-safe: one caller
 * calls the supplier, and concurrent callers wait for its result or failure.
 */
final class TokenCache {

	private static final Logger logger = LoggerFactory.getLogger(TokenCache.class);

	/**
	 * The time before its expiry at which a token is renewed, since calls take time to
	 * arrive.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	/**
	 * The time during which a failed supplier is not called again while the last token is
	 * valid.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final @Nullable SparkTokenSupplier supplier;

	private final Clock clock;

	private final ReentrantLock supplierLock = new ReentrantLock();

	private volatile Held held = Held.NOTHING;

	/**
	 * The outcome of the last call of the supplier; guarded by the lock except for its
	 * first read, which shows waiting callers that another caller has called the
	 * supplier.
	 */
	private volatile Outcome last = new Outcome(null);

	private TokenCache(@Nullable SparkTokenSupplier supplier, Clock clock) {
		this.supplier = supplier;
		this.clock = clock;
	}

	/**
	 * Creates the cache for the supplier or the token of a client.
	 */
	static TokenCache of(ClientOptions options) {
		SparkTokenSupplier supplier = options.tokenSupplier();
		return (supplier != null) ? of(supplier, Clock.systemUTC()) : fixed(options.target().token());
	}

	/**
	 * Creates a cache for a supplier.
	 */
	static TokenCache of(SparkTokenSupplier supplier, Clock clock) {
		return new TokenCache(supplier, clock);
	}

	/**
	 * Creates a cache with a fixed token.
	 */
	static TokenCache fixed(@Nullable String token) {
		TokenCache cache = new TokenCache(null, Clock.systemUTC());
		if (token != null) {
			cache.held = new Held(SparkToken.of(token), Instant.MAX, Instant.MAX);
		}
		return cache;
	}

	/**
	 * Returns the current token without blocking.
	 * @return the token, or {@code null} if there is none
	 */
	@Nullable SparkToken peek() {
		return this.held.token();
	}

	/**
	 * Waits until there is a token that is valid for a while. Blocks while the supplier
	 * is called.
	 * @throws AuthenticationException if the supplier fails and the last token is no
	 * longer valid
	 */
	void refresh() {
		if (this.supplier == null || this.clock.instant().isBefore(this.held.refreshAt())) {
			return;
		}
		Outcome before = this.last;
		lock();
		try {
			if (this.clock.instant().isBefore(this.held.refreshAt())) {
				return;
			}
			request(this.supplier::get, before);
		}
		finally {
			this.supplierLock.unlock();
		}
	}

	/**
	 * Renews a token that the server rejected. Blocks while the supplier is called.
	 * @param rejected the token that was sent, or {@code null}
	 * @return whether there is another token, so that a retry makes sense
	 * @throws AuthenticationException if the supplier fails
	 */
	boolean renew(@Nullable String rejected) {
		SparkTokenSupplier supplier = this.supplier;
		if (supplier == null) {
			return false;
		}
		Outcome before = this.last;
		lock();
		try {
			if (holds(rejected)) {
				SparkToken replaced = this.held.token();
				this.held = new Held(replaced, Instant.MIN, Instant.MIN);
				request((replaced != null) ? () -> supplier.replace(replaced) : supplier::get, before);
			}
			return !holds(rejected);
		}
		finally {
			this.supplierLock.unlock();
		}
	}

	private boolean holds(@Nullable String rejected) {
		SparkToken token = this.held.token();
		return (token == null) ? (rejected == null) : token.value().equals(rejected);
	}

	private void lock() {
		if (this.supplierLock.isHeldByCurrentThread()) {
			throw new IllegalStateException("The token supplier must not use the session that it serves");
		}
		try {
			this.supplierLock.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it waited for a token", ex);
		}
	}

	private void request(Supplier<SparkToken> supplier, Outcome before) {
		if (this.last != before) {
			// Another caller has called the supplier meanwhile. If each waiting caller
			// did, a supplier that fails slowly would block the last of them for a long
			// time.
			this.last.take();
			return;
		}
		try {
			SparkToken token = get(supplier);
			Instant end = token.expiresAt();
			this.held = (end != null) ? new Held(token, before(end), end) : new Held(token, Instant.MAX, Instant.MAX);
			this.last = new Outcome(null);
		}
		catch (AuthenticationException ex) {
			Instant now = this.clock.instant();
			if (!now.isBefore(this.held.validUntil())) {
				this.last = new Outcome(ex);
				throw ex;
			}
			logger.warn("The token supplier failed; the previous token is used until it expires at {}",
					this.held.validUntil());
			logger.debug("The token supplier failed", ex);
			this.held = new Held(this.held.token(), now.plus(PAUSE), this.held.validUntil());
			this.last = new Outcome(null);
		}
	}

	private static Instant before(Instant end) {
		return end.isBefore(Instant.MIN.plus(MARGIN)) ? Instant.MIN : end.minus(MARGIN);
	}

	private static SparkToken get(Supplier<SparkToken> supplier) {
		SparkToken token;
		try {
			token = supplier.get();
		}
		catch (RuntimeException ex) {
			// Without its message, which may quote the response of an identity provider.
			throw new AuthenticationException("The token supplier failed with " + ex.getClass().getName()
					+ "; see the cause, and whether the identity provider can be reached", ex);
		}
		// Suppliers may be compiled without null checks.
		if (isNull(token)) {
			throw new AuthenticationException("The token supplier returned null; it must return a token or throw");
		}
		return token;
	}

	private static boolean isNull(@Nullable Object token) {
		return token == null;
	}

	private record Held(@Nullable SparkToken token, Instant refreshAt, Instant validUntil) {

		static final Held NOTHING = new Held(null, Instant.MIN, Instant.MIN);

	}

	/**
	 * Failure or success of a token request, compared by identity.
	 */
	private static final class Outcome {

		private final @Nullable AuthenticationException failure;

		Outcome(@Nullable AuthenticationException failure) {
			this.failure = failure;
		}

		void take() {
			if (this.failure != null) {
				throw new AuthenticationException(String.valueOf(this.failure.getMessage()), this.failure.getCause());
			}
		}

	}

}
