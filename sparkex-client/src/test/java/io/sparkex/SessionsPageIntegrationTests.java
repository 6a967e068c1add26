package io.sparkex;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.connect.UserContextExtension;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;
import io.sparkex.storage.StorageLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the code of docs/sessions.md.
 */
class SessionsPageIntegrationTests {

	private static final String URL = TestServer.get().url();

	private static final String TENANT = "type.googleapis.com/com.example.Tenant";

	private static SparkSession spark;

	private static String rides;

	@BeforeAll
	static void open(@TempDir Path folder) {
		spark = connect();
		rides = folder.resolve("rides").toString();
		spark.sql("SELECT id, 10.5D + id AS fare FROM range(3)").write().parquet(rides);
		spark.read().parquet(rides).createOrReplaceTempView("rides");
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	private static SparkSession connect() {
		return SparkSession.builder().url(URL).build();
	}

	private static void report(SparkSession spark) {
		assertThat(spark.read().parquet(rides).count()).isEqualTo(3);
	}

	/**
	 * Releases a session on the server, as the server does for idle sessions.
	 */
	private static void expire(SparkSession spark) {
		try (SparkSession other = SparkSession.builder()
			.url(URL)
			.sessionId(UUID.fromString(spark.sessionId()))
			.build()) {
			other.version();
		}
	}

	@Test
	@SuppressWarnings("unused")
	void createsSessionsFromAnotherOne() {
		try (SparkSession own = spark.newSession(); SparkSession copy = spark.cloneSession()) {
			own.conf().set("spark.sql.shuffle.partitions", 400);
			long count = copy.table("rides").count();
		}
		try (SparkSession own = spark.newSession(); SparkSession copy = spark.cloneSession()) {
			own.conf().set("spark.sql.shuffle.partitions", 400);
			assertThat(copy.table("rides").count()).isEqualTo(3);
			assertThat(copy.conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
			assertThat(own.catalog().tableExists("rides")).isFalse();
		}
		assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
	}

	@Test
	void keepsCachesAndGlobalViewsAfterClose() {
		try (SparkSession first = connect()) {
			first.range(7_654).filter("id > 3").cache().count();
			first.range(5).createOrReplaceGlobalTempView("sessions_page");
		}
		DataFrame same = spark.range(7_654).filter("id > 3");
		assertThat(same.storageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK);
		assertThat(same.unpersist(true).storageLevel()).isEqualTo(StorageLevel.NONE);
		assertThat(spark.table("global_temp.sessions_page").count()).isEqualTo(5);
		assertThat(spark.catalog().dropGlobalTempView("sessions_page")).isTrue();
	}

	@Test
	void sendsUserId() {
		AtomicInteger asked = new AtomicInteger();
		Supplier<ByteBuffer> tenant = () -> ByteBuffer.wrap(new byte[] { 8, (byte) asked.incrementAndGet() });
		SparkSession spark = SparkSession.builder()
			.url(URL)
			.userId("reports")
			.userContextExtensions(() -> List.of(new UserContextExtension(TENANT, tenant.get())))
			.build();
		try (spark) {
			assertThat(spark.range(3).count()).isEqualTo(3);
			int before = asked.get();
			assertThat(before).isPositive();
			assertThat(spark.sql("SELECT current_user()").as(String.class).single()).isNotEmpty();
			assertThat(asked.get()).isGreaterThan(before);
		}
	}

	@Test
	void replacesLostSession() {
		SparkSession spark = connect();
		String first = spark.sessionId();
		report(spark);
		expire(spark);
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(1)::schema)
			.withMessageContaining("defaultSessionTimeout");
		try {
			report(spark);
		}
		catch (SessionLostException ex) {
			spark.close();
			spark = connect();
			report(spark);
		}
		assertThat(spark.sessionId()).isNotEqualTo(first);
		spark.close();
	}

	@Test
	void rebuildsStateOfInitializers() {
		SparkSession spark = SparkSession.builder()
			.url(URL)
			.config("spark.sql.session.timeZone", "Europe/Zurich")
			.initializer((session) -> session.read().parquet(rides).createOrReplaceTempView("rides"))
			.initializer((session) -> session.table("rides").filter("fare > 11").createOrReplaceTempView("dear_rides"))
			.rebuildLostSession(true)
			.build();
		try (spark) {
			DataFrame dear = spark.table("dear_rides");
			assertThat(dear.count()).isEqualTo(2);
			DataFrame kept = spark.range(5).localCheckpoint();
			spark.conf().set("spark.sql.shuffle.partitions", 5);
			spark.addTag("kept");
			String first = spark.sessionId();
			expire(spark);
			assertThat(dear.count()).isEqualTo(2);
			assertThat(spark.sessionId()).isNotEqualTo(first);
			assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Europe/Zurich");
			assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("5");
			assertThat(spark.getTags()).containsExactly("kept");
			assertThatExceptionOfType(RemoteException.class).isThrownBy(kept::count);
			expire(spark);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark::interruptAll);
			assertThat(dear.count()).isEqualTo(2);
		}
	}

	@Test
	void reportsStateThatCannotBeRebuilt() {
		List<String> events = new CopyOnWriteArrayList<>();
		SessionListener watch = new SessionListener() {

			@Override
			public void lost(String sessionId, SessionLostException loss) {
				events.add("lost: " + loss.getMessage());
			}

			@Override
			public void rebuilt(String lostSessionId, String sessionId) {
				events.add("rebuilt as " + sessionId);
			}

			@Override
			public void rebuildFailed(String sessionId, SparkException failure) {
				events.add("not rebuilt: " + failure.getMessage());
			}

		};
		try (SparkSession spark = SparkSession.builder()
			.url(URL)
			.sessionListener(watch)
			.rebuildLostSession(true)
			.build()) {
			spark.range(3).count();
			expire(spark);
			spark.range(3).count();
			String second = spark.sessionId();
			spark.sql("SET spark.sql.ansi.enabled = false");
			spark.range(3).createOrReplaceTempView("by_hand");
			expire(spark);
			String refusal = "The session " + second + " is lost and is not rebuilt, because state would be"
					+ " missing: what a statement that begins with SET has done, the temporary view 'by_hand'."
					+ " Create it in an initializer, and build a new session now";
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(spark.range(3)::count)
				.withMessage(refusal);
			assertThat(events).hasSize(4).element(1).isEqualTo("rebuilt as " + second);
			assertThat(events.get(0)).startsWith("lost: The session is lost");
			assertThat(events.get(3)).isEqualTo("not rebuilt: " + refusal);
		}
	}

	@Test
	void rebuildsStateOfInitializerStatements() {
		spark.sql("CREATE DATABASE reports");
		SparkSessionInitializer reports = (session) -> {
			session.sql("USE reports");
			session.sql("CREATE TEMPORARY FUNCTION fee(fare DOUBLE) RETURNS DOUBLE RETURN fare / 5");
		};
		try (SparkSession own = SparkSession.builder().url(URL).initializer(reports).rebuildLostSession(true).build()) {
			assertThat(own.catalog().currentDatabase()).isEqualTo("reports");
			expire(own);
			assertThat(own.sql("SELECT fee(10D)").as(Double.class).single()).isEqualTo(2);
			assertThat(own.catalog().currentDatabase()).isEqualTo("reports");
		}
		finally {
			spark.sql("DROP DATABASE reports");
		}
	}

}
