package io.sparkex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for sessions that are lost by a server restart or by idleness, and for their
 * replacement.
 */
class SessionLossIntegrationTests {

	private static final String PARTITIONS = "spark.sql.shuffle.partitions";

	private static RestartableServer server;

	private final Events events = new Events();

	@BeforeAll
	static void start() {
		server = new RestartableServer();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private SparkSessionBuilder session() {
		return server.session().sessionListener(this.events);
	}

	/**
	 * Releases a session on the server, as the server does for idle sessions.
	 */
	private static void expire(SparkSession spark) {
		try (SparkSession other = server.session().sessionId(UUID.fromString(spark.sessionId())).build()) {
			other.version();
		}
	}

	@Test
	void reportsSessionLostByServerRestart() {
		try (SparkSession spark = session().build()) {
			spark.range(3).createOrReplaceTempView("mine");
			assertThat(spark.table("mine").count()).isEqualTo(3);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(
					() -> SequentialRows.verify(SequentialRows.query(spark, 500_000), 500_000, 10_000, server::restart))
				.withMessageContaining("temporary views")
				.satisfies((ex) -> assertThat(ex.operationId()).isNotNull());
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(1)::count);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.table("mine")::schema);
			assertThat(this.events.all).containsExactly("lost " + spark.sessionId());
		}
	}

	@Test
	void rebuildsSessionAfterServerRestart(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("rates.csv"), "1,5\n2,7\n");
		AtomicInteger initialized = new AtomicInteger();
		try (SparkSession spark = session().rebuildLostSession(true)
			.config(PARTITIONS, 3)
			.config("spark.sql.ansi.enabled", true)
			.initializer((session) -> {
				initialized.incrementAndGet();
				session.range(5).createOrReplaceTempView("five");
			})
			.initializer((session) -> session.table("five").filter("id > 2").createOrReplaceTempView("two"))
			.build()) {
			String first = spark.sessionId();
			spark.conf().set(PARTITIONS, 7);
			spark.conf().unset("spark.sql.ansi.enabled");
			spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
			spark.addArtifacts(ArtifactType.FILE, file.toString());
			assertThat(spark.table("two").count()).isEqualTo(2);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> SequentialRows
				.verify(SequentialRows.query(spark, 500_000), 500_000, 10_000, server::restart));
			assertThat(spark.table("two").count()).isEqualTo(2);
			assertThat(spark.sessionId()).isNotEqualTo(first);
			assertThat(spark.conf().get(PARTITIONS)).isEqualTo("7");
			assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Tokyo");
			assertThat(initialized).hasValue(2);
			Files.writeString(file, "other rates");
			assertThatExceptionOfType(RemoteException.class)
				.isThrownBy(() -> spark.addArtifacts(ArtifactType.FILE, file.toString()));
			assertThat(this.events.all).containsExactly("lost " + first,
					"rebuilt " + first + " as " + spark.sessionId());
		}
	}

	@Test
	void rebuildsExpiredSessionOnceForAllThreads() throws Exception {
		AtomicInteger initialized = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try (SparkSession spark = session().rebuildLostSession(true).initializer((session) -> {
			initialized.incrementAndGet();
			session.range(5).createOrReplaceTempView("five");
		}).build()) {
			assertThat(spark.table("five").count()).isEqualTo(5);
			expire(spark);
			List<Future<Long>> counts = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				counts.add(threads.submit(() -> spark.table("five").count()));
			}
			for (Future<Long> count : counts) {
				assertThat(count.get(60, TimeUnit.SECONDS)).isEqualTo(5);
			}
			assertThat(initialized).hasValue(2);
			expire(spark);
			String before = spark.sessionId();
			assertThat(spark.ping(Duration.ofSeconds(30))).startsWith("4.");
			assertThat(spark.sessionId()).isEqualTo(before);
			assertThat(spark.range(1).count()).isEqualTo(1);
			assertThat(spark.sessionId()).isNotEqualTo(before);
			expire(spark);
			assertThat(spark.table("five").schema().fieldNames()).containsExactly("id");
			expire(spark);
			spark.table("five").write().mode(SaveMode.Overwrite).format("noop").save();
			expire(spark);
			assertThat(spark.conf().get("spark.sql.ansi.enabled")).isNotNull();
			assertThat(this.events.all).hasSize(10);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void doesNotRebuildIfStateWouldBeLost() {
		try (SparkSession spark = session().rebuildLostSession(true).build()) {
			spark.range(1).createOrReplaceTempView("made_by_hand");
			spark.sql("SET spark.sql.ansi.enabled = true");
			spark.sql("CREATE TEMPORARY VIEW in_sql AS SELECT 1");
			expire(spark);
			String id = spark.sessionId();
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(1)::count)
					.withMessageContaining("the temporary view 'made_by_hand'")
					.withMessageContaining("a statement that begins with SET")
					.withMessageContaining("CREATE TEMPORARY")
					.withMessageContaining("initializer");
			}
			assertThat(spark.sessionId()).isEqualTo(id);
			assertThat(this.events.all).containsExactly("lost " + id, "failed " + id, "failed " + id);
		}
		try (SparkSession spark = session().rebuildLostSession(true).build()) {
			spark.range(1).createOrReplaceTempView("dropped");
			spark.catalog().dropTempView("dropped");
			expire(spark);
			assertThat(spark.range(1).count()).isEqualTo(1);
		}
	}

	@Test
	void retriesRebuildAfterFailedInitializer() {
		AtomicInteger runs = new AtomicInteger();
		try (SparkSession spark = session().rebuildLostSession(true).initializer((session) -> {
			if (runs.incrementAndGet() == 2) {
				session.table("no_such_table").createOrReplaceTempView("v");
			}
		}).build()) {
			assertThat(spark.range(1).count()).isEqualTo(1);
			expire(spark);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(1)::count)
				.withMessageContaining("could not be rebuilt")
				.withMessageContaining("no_such_table")
				.withCauseInstanceOf(RemoteException.class);
			assertThat(spark.range(1).count()).isEqualTo(1);
			assertThat(runs).hasValue(3);
		}
	}

	@Test
	void rebuildsCloneWithStateOfOriginal() {
		try (SparkSession spark = session().rebuildLostSession(true)
			.initializer((session) -> session.range(5).createOrReplaceTempView("five"))
			.build()) {
			spark.conf().set(PARTITIONS, 7);
			try (SparkSession clone = spark.cloneSession()) {
				assertThat(clone.table("five").count()).isEqualTo(5);
				expire(clone);
				assertThat(clone.table("five").count()).isEqualTo(5);
				assertThat(clone.conf().get(PARTITIONS)).isEqualTo("7");
			}
			assertThat(spark.table("five").count()).isEqualTo(5);
		}
	}

	@Test
	void reportsExpiredIdleSession() {
		try (EmbeddedSparkServer hasty = TestServer.builder(TestServer.DEFAULT_VERSION)
			.config("spark.connect.session.manager.defaultSessionTimeout", "8s")
			.config("spark.connect.session.manager.maintenanceInterval", "200ms")
			.start();
				SparkSession spark = SparkSession.builder().url(hasty.url()).build();
				SparkSession rebuilt = SparkSession.builder().url(hasty.url()).rebuildLostSession(true).build()) {
			warmUp(hasty);
			assertThat(spark.range(1).count()).isEqualTo(1);
			assertThat(rebuilt.range(1).count()).isEqualTo(1);
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(1)::count);
			assertThat(rebuilt.range(1).count()).isEqualTo(1);
		}
	}

	/**
	 * Runs a first query, which can take longer than the session timeout of the server.
	 */
	private static void warmUp(EmbeddedSparkServer server) {
		try (SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			spark.range(1).count();
		}
		catch (SessionLostException ex) {
			warmUp(server);
		}
	}

	/**
	 * Listener that records all events.
	 */
	private static final class Events implements SessionListener {

		private final List<String> all = new CopyOnWriteArrayList<>();

		@Override
		public void lost(String sessionId, SessionLostException loss) {
			this.all.add("lost " + sessionId);
		}

		@Override
		public void rebuilt(String lostSessionId, String sessionId) {
			this.all.add("rebuilt " + lostSessionId + " as " + sessionId);
		}

		@Override
		public void rebuildFailed(String sessionId, SparkException failure) {
			this.all.add("failed " + sessionId);
		}

	}

}
