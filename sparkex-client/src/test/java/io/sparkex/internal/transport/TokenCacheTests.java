package io.sparkex.internal.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.OperationCancelledException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TokenCache} and {@link SparkToken}.
 */
@Timeout(30)
class TokenCacheTests {

	private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

	private final MutableClock clock = new MutableClock();

	private final AtomicInteger tokenRequests = new AtomicInteger();

	private volatile SparkTokenSupplier supplier = this::next;

	private TokenCache cache(SparkTokenSupplier supplier) {
		return TokenCache.of(() -> {
			this.tokenRequests.incrementAndGet();
			return supplier.get();
		}, this.clock);
	}

	/**
	 * Creates a token that contains its number and is valid for a minute.
	 */
	private SparkToken next() {
		return SparkToken.of("token-" + this.tokenRequests.get()).expiringAt(this.clock.instant().plusSeconds(60));
	}

	private static String value(TokenCache cache) {
		return Objects.requireNonNull(cache.peek()).value();
	}

	@Test
	void doesNotCallSupplierBeforeRefresh() {
		TokenCache cache = cache(this::next);
		assertThat(cache.peek()).isNull();
		assertThat(this.tokenRequests).hasValue(0);
		cache.refresh();
		assertThat(value(cache)).isEqualTo("token-1");
	}

	@Test
	void keepsTokenUntilShortlyBeforeExpiry() {
		TokenCache cache = cache(this::next);
		cache.refresh();
		this.clock.advance(Duration.ofMillis(29_999));
		cache.refresh();
		assertThat(this.tokenRequests).hasValue(1);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(value(cache)).isEqualTo("token-1");
		cache.refresh();
		assertThat(value(cache)).isEqualTo("token-2");
	}

	@Test
	void keepsTokenWithoutExpiry() {
		TokenCache cache = cache(() -> SparkToken.of("for ever"));
		cache.refresh();
		this.clock.advance(Duration.ofDays(10_000));
		cache.refresh();
		assertThat(this.tokenRequests).hasValue(1);
	}

	@Test
	void acceptsAnyExpiry() {
		TokenCache cache = cache(() -> SparkToken.of("past").expiringAt(Instant.MIN));
		cache.refresh();
		cache.refresh();
		assertThat(value(cache)).isEqualTo("past");
		assertThat(this.tokenRequests).hasValue(2);
		TokenCache future = cache(() -> SparkToken.of("future").expiringAt(Instant.MAX));
		future.refresh();
		future.refresh();
		assertThat(this.tokenRequests).hasValue(3);
	}

	@Test
	void callsSupplierOnceForConcurrentCallers() throws Exception {
		CountDownLatch requested = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		TokenCache cache = cache(() -> {
			requested.countDown();
			FakeServer.await(answer);
			return next();
		});
		refreshConcurrently(cache, requested, answer);
		assertThat(this.tokenRequests).hasValue(1);
	}

	@Test
	void sharesFailureAmongConcurrentCallers() throws Exception {
		CountDownLatch requested = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		TokenCache cache = cache(() -> {
			requested.countDown();
			FakeServer.await(answer);
			throw new IllegalStateException("no");
		});
		List<Throwable> failures = refreshConcurrently(cache, requested, answer);
		assertThat(failures).hasSize(8)
			.allSatisfy((ex) -> assertThat(ex).isInstanceOf(AuthenticationException.class)
				.hasRootCauseInstanceOf(IllegalStateException.class));
		assertThat(this.tokenRequests).hasValue(1);
	}

	/**
	 * Refreshes the token in eight threads while the supplier is running.
	 * @return the failures of the threads
	 */
	private List<Throwable> refreshConcurrently(TokenCache cache, CountDownLatch requested, CountDownLatch answer)
			throws Exception {
		List<Throwable> failures = new ArrayList<>();
		List<Thread> waiting = new CopyOnWriteArrayList<>();
		ExecutorService threads = Executors.newFixedThreadPool(8, (task) -> {
			Thread thread = new Thread(task);
			waiting.add(thread);
			return thread;
		});
		try {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				calls.add(threads.submit(cache::refresh));
			}
			FakeServer.await(requested);
			assertThat(cache.peek()).isNull();
			while (waiting.stream().anyMatch((thread) -> thread.getState() == Thread.State.RUNNABLE)) {
				Thread.onSpinWait();
			}
			answer.countDown();
			for (Future<?> call : calls) {
				try {
					call.get(10, TimeUnit.SECONDS);
				}
				catch (ExecutionException ex) {
					failures.add(Objects.requireNonNull(ex.getCause()));
				}
			}
		}
		finally {
			threads.shutdownNow();
		}
		return failures;
	}

	@Test
	void reportsSupplierFailure() {
		IllegalStateException cause = new IllegalStateException("answer with S3cr3t");
		TokenCache cache = cache(() -> {
			throw cause;
		});
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh)
			.withMessageContaining("The token supplier failed with java.lang.IllegalStateException")
			.withCause(cause)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("S3cr3t"));
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh);
		assertThat(this.tokenRequests).as("requests again").hasValue(2);
	}

	@Test
	@NullUnmarked
	void reportsNullFromSupplier() {
		TokenCache cache = cache(() -> null);
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh)
			.withMessageContaining("returned null");
	}

	@Test
	void usesValidTokenIfSupplierFails() {
		TokenCache cache = cache(() -> this.supplier.get());
		cache.refresh();
		this.supplier = () -> {
			throw new IllegalStateException("down");
		};
		this.clock.advance(Duration.ofSeconds(40));
		cache.refresh();
		cache.refresh();
		assertThat(value(cache)).isEqualTo("token-1");
		assertThat(this.tokenRequests).as("does not request again for a while").hasValue(2);
		this.clock.advance(Duration.ofSeconds(5));
		cache.refresh();
		assertThat(this.tokenRequests).hasValue(3);
		this.clock.advance(Duration.ofSeconds(15));
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh);
		this.supplier = this::next;
		cache.refresh();
		assertThat(value(cache)).isEqualTo("token-5");
	}

	@Test
	void renewsRejectedToken() {
		TokenCache cache = cache(this::next);
		cache.refresh();
		assertThat(cache.renew("token-1")).isTrue();
		assertThat(value(cache)).isEqualTo("token-2");
		assertThat(cache.renew("token-1")).as("another caller has renewed it").isTrue();
		assertThat(this.tokenRequests).hasValue(2);
	}

	@Test
	void passesRejectedTokenToSupplier() {
		TokenCache cache = TokenCache.of(new SparkTokenSupplier() {

			@Override
			public SparkToken get() {
				return SparkToken.of("kept");
			}

			@Override
			public SparkToken replace(SparkToken rejected) {
				return SparkToken.of("replacement of " + rejected.value());
			}

		}, this.clock);
		cache.refresh();
		assertThat(cache.renew("kept")).isTrue();
		assertThat(value(cache)).isEqualTo("replacement of kept");
	}

	@Test
	void reportsThatSupplierHasNoOtherToken() {
		TokenCache cache = cache(() -> SparkToken.of("same"));
		cache.refresh();
		assertThat(cache.renew("same")).isFalse();
		assertThat(this.tokenRequests).hasValue(2);
	}

	@Test
	void renewsIfNoTokenWasSent() {
		TokenCache cache = cache(this::next);
		assertThat(cache.renew(null)).isTrue();
		assertThat(value(cache)).isEqualTo("token-1");
	}

	@Test
	void callsSupplierAgainAfterFailedRenewal() {
		TokenCache cache = cache(() -> this.supplier.get());
		cache.refresh();
		this.supplier = () -> {
			throw new IllegalStateException("down");
		};
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> cache.renew("token-1"));
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh);
		this.supplier = this::next;
		cache.refresh();
		assertThat(value(cache)).isEqualTo("token-4");
	}

	@Test
	void doesNotRenewWithoutSupplier() {
		TokenCache cache = TokenCache.fixed("s3cret");
		cache.refresh();
		assertThat(value(cache)).isEqualTo("s3cret");
		assertThat(cache.renew("s3cret")).isFalse();
		TokenCache none = TokenCache.fixed(null);
		none.refresh();
		assertThat(none.peek()).isNull();
		assertThat(none.renew(null)).isFalse();
	}

	@Test
	void rejectsSupplierThatUsesItsSession() {
		TokenCache cache = cache(() -> this.supplier.get());
		this.supplier = () -> {
			cache.refresh();
			return next();
		};
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(cache::refresh)
			.havingCause()
			.isInstanceOf(IllegalStateException.class)
			.withMessageContaining("must not use the session");
	}

	@Test
	void interruptEndsWaitForToken() throws Exception {
		CountDownLatch requested = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		TokenCache cache = cache(() -> {
			requested.countDown();
			FakeServer.await(answer);
			return next();
		});
		Thread first = new Thread(cache::refresh);
		first.start();
		FakeServer.await(requested);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(cache::refresh)
			.withMessageContaining("waited for a token");
		assertThat(Thread.interrupted()).isTrue();
		answer.countDown();
		first.join();
	}

	@Test
	void masksTokensInToString() {
		assertThat(SparkToken.of("S3cr3t").expiringAt(START))
			.hasToString("SparkToken[******, expiresAt=2026-11-23T10:00:00Z]");
		assertThat(SparkToken.of("S3cr3t")).hasToString("SparkToken[******]");
	}

	@Test
	void rejectsTokensInvalidInHeaders() {
		assertThatIllegalArgumentException().isThrownBy(() -> SparkToken.of(" "))
			.withMessage("token must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> SparkToken.of("S3cr3t\n"))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("token has a character").doesNotContain("S3cr3t"));
	}

	private static final class MutableClock extends Clock {

		private volatile Instant now = START;

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
