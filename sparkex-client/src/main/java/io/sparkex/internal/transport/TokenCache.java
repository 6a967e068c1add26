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
 * The token of a session, kept until shortly before it expires. Thread-safe: one caller
 * asks the supplier, those who come meanwhile wait for what it gets, good or bad.
 */
final class TokenCache {

	private static final Logger logger = LoggerFactory.getLogger(TokenCache.class);

	/**
	 * How long before its end a token is renewed, since calls take time to arrive.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	/**
	 * How long a supplier that failed is left alone while the last token is still good.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final @Nullable SparkTokenSupplier supplier;

	private final Clock clock;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile Held held = Held.NOTHING;

	/**
	 * The outcome of the last time that the supplier was asked; guarded by the lock but
	 * for its first read, which tells those who waited that somebody else has asked.
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
	 * A cache that a supplier fills.
	 */
	static TokenCache of(SparkTokenSupplier supplier, Clock clock) {
		return new TokenCache(supplier, clock);
	}

	/**
	 * A cache of what never changes.
	 */
	static TokenCache fixed(@Nullable String token) {
		TokenCache cache = new TokenCache(null, Clock.systemUTC());
		if (token != null) {
			cache.held = new Held(SparkToken.of(token), Instant.MAX, Instant.MAX);
		}
		return cache;
	}

	/**
	 * The last known token, without waiting.
	 * @return the token, or {@code null} if there is none
	 */
	@Nullable SparkToken peek() {
		return this.held.token();
	}

	/**
	 * Returns when there is a token that is good for a while. Blocks while the supplier
	 * is asked.
	 * @throws AuthenticationException if the supplier fails, and the last token is not
	 * good any more
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
			ask(this.supplier::get, before);
		}
		finally {
			this.asking.unlock();
		}
	}

	/**
	 * Gets another token for one that the server did not accept. Blocks while the
	 * supplier is asked.
	 * @param rejected the token that was sent, or {@code null}
	 * @return whether there is another token now, so that the call is worth a retry
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
				SparkToken refused = this.held.token();
				this.held = new Held(refused, Instant.MIN, Instant.MIN);
				ask((refused != null) ? () -> supplier.replace(refused) : supplier::get, before);
			}
			return !holds(rejected);
		}
		finally {
			this.asking.unlock();
		}
	}

	private boolean holds(@Nullable String rejected) {
		SparkToken token = this.held.token();
		return (token == null) ? (rejected == null) : token.value().equals(rejected);
	}

	private void lock() {
		if (this.asking.isHeldByCurrentThread()) {
			throw new IllegalStateException("The token supplier must not use the session that it serves");
		}
		try {
			this.asking.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it waited for a token", ex);
		}
	}

	private void ask(Supplier<SparkToken> supplier, Outcome before) {
		if (this.last != before) {
			// Somebody has asked while this caller waited. If each asked anew, a supplier
			// that takes its time to fail would keep the last of them for very long.
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
			logger.warn("The token supplier failed; the token before is used until it expires at {}",
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
			// Without its message, which may quote what an identity provider sent.
			throw new AuthenticationException("The token supplier failed with " + ex.getClass().getName()
					+ "; see the cause, and whether the identity provider can be reached", ex);
		}
		// Suppliers of others may be compiled without null checks.
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
	 * Compared by identity.
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
