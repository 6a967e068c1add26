package io.sparkex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Results#publish()}.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResultSubscriptionIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void publishesAllRows() throws Exception {
		Recorder<Long> recorder = new Recorder<>(Long.MAX_VALUE);
		spark.range(0, 25_000, 1, 2).as(Long.class).publish().subscribe(recorder);
		assertThat(recorder.done.get()).isEqualTo(25_000);
		assertThat(recorder.items).containsExactlyElementsOf(LongStream.range(0, 25_000).boxed().toList());
	}

	@Test
	void publishesOnlyRequestedRows() throws Exception {
		Recorder<Long> recorder = new Recorder<>(0);
		spark.range(7).as(Long.class).publish().subscribe(recorder);
		recorder.subscription.get().request(2);
		recorder.awaitItems(2);
		recorder.subscription.get().request(4);
		recorder.awaitItems(6);
		assertThat(recorder.done).isNotDone();
		assertThat(recorder.items).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
		recorder.subscription.get().request(1);
		assertThat(recorder.done.get()).isEqualTo(7);
	}

	@Test
	void completesWithoutFurtherDemand() throws Exception {
		Recorder<Long> recorder = new Recorder<>(3);
		spark.range(3).as(Long.class).publish().subscribe(recorder);
		assertThat(recorder.done.get()).isEqualTo(3);
		Recorder<Long> none = new Recorder<>(1);
		spark.range(0).as(Long.class).publish().subscribe(none);
		assertThat(none.done.get()).isZero();
	}

	@Test
	void appliesBackpressureAndStopsWhenCancelled() {
		try (SparkSession session = TestServer.session()) {
			Recorder<Row> recorder = new Recorder<>(5);
			session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u").publish().subscribe(recorder);
			recorder.awaitItems(5);
			recorder.subscription.join().cancel();
			while (!session.interruptAll().isEmpty()) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
			recorder.subscription.join().request(5);
			assertThat(recorder.items).hasSize(5);
			assertThat(recorder.done).isNotDone();
		}
	}

	@Test
	void runsQueryForEachSubscriber() throws Exception {
		Flow.Publisher<Long> publisher = spark.range(4).as(Long.class).publish();
		Recorder<Long> first = new Recorder<>(Long.MAX_VALUE);
		Recorder<Long> second = new Recorder<>(Long.MAX_VALUE);
		publisher.subscribe(first);
		publisher.subscribe(second);
		assertThat(first.done.get()).isEqualTo(4);
		assertThat(second.done.get()).isEqualTo(4);
	}

	@Test
	void runsQueryOnFirstDemand() {
		AtomicInteger tasks = new AtomicInteger();
		Recorder<Row> recorder = new Recorder<>(0);
		spark.range(1).publish((task) -> tasks.incrementAndGet()).subscribe(recorder);
		assertThat(tasks).hasValue(0);
		recorder.subscription.join().request(1);
		recorder.subscription.join().request(1);
		assertThat(tasks).hasValue(1);
	}

	@Test
	void signalsErrorForInvalidDemand() {
		try (SparkSession session = TestServer.session()) {
			Recorder<Row> recorder = new Recorder<>(2);
			session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u").publish().subscribe(recorder);
			recorder.awaitItems(2);
			recorder.subscription.join().request(-1);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(recorder.done::get)
				.withCauseInstanceOf(IllegalArgumentException.class);
			while (!session.interruptAll().isEmpty()) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
			assertThat(recorder.items).hasSize(2);
		}
	}

	@Test
	void signalsErrorsOfQuery() {
		assertFailure(spark.table("nowhere").publish(), AnalysisException.class);
		assertFailure(spark.range(1).publish((task) -> {
			throw new RejectedExecutionException();
		}), RejectedExecutionException.class);
		Recorder<Row> recorder = new Recorder<>(0);
		spark.range(1).publish().subscribe(recorder);
		recorder.subscription.join().request(0);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(recorder.done::get)
			.withCauseInstanceOf(IllegalArgumentException.class)
			.withMessageContaining("must request 1 or more elements but requested 0");
	}

	private static <T> void assertFailure(Flow.Publisher<T> publisher, Class<? extends Throwable> failure) {
		Recorder<T> recorder = new Recorder<>(1);
		publisher.subscribe(recorder);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(recorder.done::get).withCauseInstanceOf(failure);
	}

	@Test
	void signalsErrorForNullValues() {
		Recorder<Long> recorder = new Recorder<>(Long.MAX_VALUE);
		spark.sql("SELECT * FROM VALUES (1L), (NULL) AS t(a) ORDER BY a NULLS LAST")
			.as(Long.class)
			.publish()
			.subscribe(recorder);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(recorder.done::get)
			.withCauseInstanceOf(MappingException.class)
			.withMessageContaining("Row 1 is null");
		assertThat(recorder.items).containsExactly(1L);
		assertThatNullPointerException().isThrownBy(() -> spark.range(1).publish().subscribe(null));
	}

	@Test
	void stopsIfSubscriberThrows() {
		try (SparkSession session = TestServer.session()) {
			Recorder<Row> recorder = new Recorder<>(Long.MAX_VALUE);
			recorder.onItem = (subscription, item) -> {
				throw new IllegalStateException("no more");
			};
			session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u").publish().subscribe(recorder);
			recorder.awaitItems(1);
			while (!session.interruptAll().isEmpty()) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
			assertThat(recorder.items).hasSize(1);
		}
	}

	@Test
	void allowsCancelInOnNext() {
		Recorder<Long> recorder = new Recorder<>(Long.MAX_VALUE);
		recorder.onItem = (subscription, item) -> {
			if (item == 2) {
				subscription.cancel();
			}
		};
		CompletableFuture<Void> task = new CompletableFuture<>();
		spark.range(0, 100, 1, 1).as(Long.class).publish((run) -> new Thread(() -> {
			run.run();
			task.complete(null);
		}).start()).subscribe(recorder);
		task.join();
		assertThat(recorder.items).containsExactly(0L, 1L, 2L);
		assertThat(recorder.done).isNotDone();
	}

	/**
	 * Subscriber that records all signals.
	 */
	private static final class Recorder<T> implements Flow.Subscriber<T> {

		private final long first;

		private final List<T> items = Collections.synchronizedList(new ArrayList<>());

		private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

		private final CompletableFuture<Integer> done = new CompletableFuture<>();

		private BiConsumer<Flow.Subscription, T> onItem = (subscription, item) -> {
		};

		private Recorder(long first) {
			this.first = first;
		}

		private void awaitItems(int count) {
			while (this.items.size() < count) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
			}
		}

		@Override
		public void onSubscribe(Flow.Subscription given) {
			this.subscription.complete(given);
			if (this.first > 0) {
				given.request(this.first);
			}
		}

		@Override
		public void onNext(T item) {
			this.items.add(item);
			this.onItem.accept(this.subscription.join(), item);
		}

		@Override
		public void onError(Throwable failure) {
			this.done.completeExceptionally(failure);
		}

		@Override
		public void onComplete() {
			this.done.complete(this.items.size());
		}

	}

}
