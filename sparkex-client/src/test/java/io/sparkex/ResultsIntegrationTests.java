package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.ResultLimitException;
import io.sparkex.internal.arrow.ArrowStreamDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Results} beyond rows and records: futures, batches, limits, relaying.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResultsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static void awaitNothingToInterrupt(SparkSession session) {
		while (!session.interruptAll().isEmpty()) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	@Test
	void collectsAsynchronously() throws Exception {
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		CompletableFuture<List<Long>> rows = spark.range(5).as(Long.class).collectAsync((task) -> new Thread(() -> {
			thread.complete(Thread.currentThread());
			task.run();
		}).start());
		assertThat(rows.get()).containsExactly(0L, 1L, 2L, 3L, 4L);
		assertThat(thread.get()).isNotSameAs(Thread.currentThread());
		assertThat(spark.range(3).collectAsync().thenApply(List::size).get()).isEqualTo(3);
	}

	@Test
	void failsFutureWithErrorOfQuery() {
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> spark.table("nowhere").collectAsync().get())
			.withCauseInstanceOf(AnalysisException.class);
	}

	@Test
	void stopsQueryWhenFutureIsCancelled() {
		try (SparkSession session = TestServer.session()) {
			SlowQuery query = new SlowQuery(session);
			CompletableFuture<List<Row>> rows = query.df().collectAsync();
			query.awaitTask();
			assertThat(rows.cancel(true)).isTrue();
			awaitNothingToInterrupt(session);
			assertThat(rows).isCancelled();
		}
	}

	@Test
	void stopsQueryWhenFutureTimesOut() {
		try (SparkSession session = TestServer.session()) {
			SlowQuery query = new SlowQuery(session);
			CompletableFuture<List<Row>> rows = query.df().collectAsync();
			query.awaitTask();
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> rows.orTimeout(1, TimeUnit.MILLISECONDS).get())
				.withCauseInstanceOf(TimeoutException.class);
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void doesNotStartCancelledQuery() {
		Runnable[] held = new Runnable[1];
		Executor later = (task) -> held[0] = task;
		CompletableFuture<List<Row>> rows = spark.table("nowhere").collectAsync(later);
		rows.cancel(false);
		held[0].run();
		assertThat(rows).isCancelled();
	}

	@Test
	void returnsBatches() {
		DataFrame df = spark.range(0, 25_000, 1, 1).selectExpr("id", "CAST(id AS STRING) AS text");
		long[] sum = new long[1];
		try (Stream<ColumnBatch> batches = df.batches()) {
			assertThat(batches.peek((batch) -> {
				for (int row = 0; row < batch.rowCount(); row++) {
					sum[0] += batch.column(0).getLong(row);
					assertThat(batch.column(1).getString(row)).isEqualTo(Long.toString(batch.column(0).getLong(row)));
				}
			}).mapToInt(ColumnBatch::rowCount)).containsExactly(10_000, 10_000, 5_000);
		}
		assertThat(sum[0]).isEqualTo(LongStream.range(0, 25_000).sum());
	}

	@Test
	void stopsQueryWhenBatchesAreClosedEarly() {
		try (SparkSession session = TestServer.session()) {
			DataFrame df = session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u");
			try (Stream<ColumnBatch> batches = df.batches()) {
				assertThat(batches.limit(1).count()).isEqualTo(1);
			}
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void stopsQueryWhenStreamIsLimited() {
		try (SparkSession session = TestServer.session()) {
			DataFrame df = session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u");
			try (Stream<Row> rows = df.stream()) {
				assertThat(rows.limit(1_000)).hasSize(1_000);
			}
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void rejectsInvalidMappingBeforeComputingRows() {
		try (SparkSession session = TestServer.session()) {
			DataFrame df = new SlowQuery(session).df();
			assertThatExceptionOfType(MappingException.class)
				.isThrownBy(() -> df.select("slept").as(Long.class).collect())
				.withMessageContaining("'slept' of type string does not fit");
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void acceptsResultsWithinLimits() {
		DataFrame df = spark.range(10);
		assertThat(df.maxRows(10).collect()).hasSize(10);
		assertThat(df.maxRows(10).maxBytes(10_000).stream()).hasSize(10);
		assertThat(df.as(Long.class).maxRows(2).take(2)).containsExactly(0L, 1L);
		assertThat(df.limit(0).maxRows(0).collect()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> df.maxRows(-1))
			.withMessage("maxRows must not be negative but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> df.maxBytes(-1)).withMessageContaining("maxBytes");
	}

	@Test
	void stopsResultsAboveLimits() {
		try (SparkSession session = TestServer.session()) {
			DataFrame df = session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u");
			assertThatExceptionOfType(ResultLimitException.class).isThrownBy(() -> df.maxRows(9_999).collect())
				.withMessage("The result has more rows than the 9999 that maxRows allows; raise it, or request fewer"
						+ " rows with limit() or where()");
			assertThatExceptionOfType(ResultLimitException.class).isThrownBy(() -> df.maxRows(30_000).stream().count())
				.withMessageContaining("30000");
			assertThatExceptionOfType(ResultLimitException.class).isThrownBy(() -> df.maxBytes(1 << 20).collect())
				.withMessageContaining("more bytes than the 1048576 that maxBytes allows");
			assertThatExceptionOfType(ResultLimitException.class)
				.isThrownBy(() -> df.maxRows(1).maxRows(30_000).writeArrow(OutputStream.nullOutputStream()))
				.withMessageContaining("the 1 that maxRows");
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void detachesRowsOfTake() {
		Row row = spark.range(5).maxRows(1).first();
		assertThat(row.getLong(0)).isZero();
		assertThat(spark.range(5).maxRows(5).take(2)).extracting((each) -> each.getLong("id")).containsExactly(0L, 1L);
	}

	@Test
	void writesArrowStream() {
		DataFrame df = spark.range(0, 25_000, 1, 2)
			.selectExpr("id", "if(id % 3 = 0, null, concat('é', id)) AS text", "array(struct(id AS x)) AS nested");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		df.writeArrow(out);
		List<ColumnBatch> batches = new ArrowStreamDecoder(df.schema(), Row::new)
			.decode(ByteBuffer.wrap(out.toByteArray()));
		assertThat(batches).hasSizeGreaterThan(2);
		List<Row> rows = batches.stream()
			.flatMap((batch) -> LongStream.range(0, batch.rowCount()).mapToObj((row) -> new Row(batch, (int) row)))
			.toList();
		assertThat(rows).isEqualTo(df.collect());
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1 AS a WHERE false", "SELECT * FROM VALUES (1, 'x') AS t(a, b)" })
	void writesArrowStreamOfFewRows(String sql) {
		DataFrame df = spark.sql(sql);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		df.writeArrow(out);
		List<ColumnBatch> batches = new ArrowStreamDecoder(df.schema(), Row::new)
			.decode(ByteBuffer.wrap(out.toByteArray()));
		assertThat(batches.stream().mapToInt(ColumnBatch::rowCount).sum()).isEqualTo(df.count());
	}

	@Test
	void stopsQueryIfWritingFails() {
		try (SparkSession session = TestServer.session()) {
			OutputStream full = new OutputStream() {

				@Override
				public void write(int value) throws IOException {
					throw new IOException("The reader has gone");
				}

			};
			DataFrame df = session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u");
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> df.writeArrow(full))
				.havingCause()
				.withMessage("The reader has gone");
			awaitNothingToInterrupt(session);
		}
	}

	@Test
	void writesNothingIfQueryFailsImmediately() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.sql("SELECT assert_true(false)").writeArrow(out));
		assertThat(out.size()).isZero();
	}

	@Test
	void reassemblesChunkedBatches() {
		try (SparkSession session = TestServer.session()) {
			session.conf().set("spark.connect.session.resultChunking.maxChunkSize", "1024");
			DataFrame df = session.range(0, 3_000, 1, 1).selectExpr("id", "repeat('x', 100) AS text");
			assertThat(df.collect()).hasSize(3_000)
				.allSatisfy((row) -> assertThat(row.getString(1)).isEqualTo("x".repeat(100)));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			df.writeArrow(out);
			assertThat(new ArrowStreamDecoder(df.schema(), Row::new).decode(ByteBuffer.wrap(out.toByteArray())))
				.hasSize(1);
		}
	}

}
