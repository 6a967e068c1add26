package io.sparkex;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.UnsupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for tags and interrupts, and for sessions created from another.
 */
class SessionControlIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static CompletableFuture<Long> startSlowQuery() {
		SlowQuery query = new SlowQuery(spark);
		CompletableFuture<Long> count = CompletableFuture.supplyAsync(query.df()::count);
		query.awaitTask();
		return count;
	}

	private static void assertCancelled(CompletableFuture<Long> query) {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> query.orTimeout(60, TimeUnit.SECONDS).join())
			.havingCause()
			.isInstanceOf(OperationCancelledException.class);
	}

	@Test
	void interruptsOperationsOfOtherThreads() {
		CompletableFuture<Long> query = startSlowQuery();
		assertThat(spark.interruptAll()).hasSize(1);
		assertCancelled(query);
		assertThat(spark.interruptOperation("00000000-0000-0000-0000-000000000001")).isEmpty();
	}

	@Test
	void interruptsOperationsByTag() {
		spark.addTag("slow");
		spark.addTag("report");
		assertThat(spark.getTags()).containsExactly("report", "slow");
		CompletableFuture<Long> query = startSlowQuery();
		assertThat(spark.interruptTag("quick")).isEmpty();
		assertThat(spark.interruptTag("slow")).hasSize(1);
		assertCancelled(query);
		spark.removeTag("slow");
		assertThat(spark.getTags()).containsExactly("report");
		spark.clearTags();
		assertThat(spark.getTags()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> spark.addTag("a,b")).withMessageContaining("a,b");
		assertThatIllegalArgumentException().isThrownBy(() -> spark.interruptTag(""));
	}

	@Test
	void createsIndependentSession() {
		spark.range(1).createOrReplaceTempView("control_mine");
		try (SparkSession other = spark.newSession()) {
			assertThat(other.sessionId()).isNotEqualTo(spark.sessionId());
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(other.table("control_mine")::schema);
		}
		assertThat(spark.table("control_mine").count()).isEqualTo(1);
	}

	@Test
	void clonesSession() {
		spark.range(2).createOrReplaceTempView("control_cloned");
		spark.conf().set("spark.sql.shuffle.partitions", "7");
		try (SparkSession clone = spark.cloneSession()) {
			assertThat(clone.sessionId()).isNotEqualTo(spark.sessionId());
			assertThat(clone.table("control_cloned").count()).isEqualTo(2);
			assertThat(clone.conf().get("spark.sql.shuffle.partitions")).isEqualTo("7");
			clone.range(3).createOrReplaceTempView("control_cloned");
		}
		assertThat(spark.table("control_cloned").count()).isEqualTo(2);
		spark.conf().set("spark.sql.shuffle.partitions", "2");
	}

	@Test
	void createsSessionWithCurrentConfiguration() {
		try (SparkSession built = SparkSession.builder()
			.url(TestServer.get().url())
			.config("spark.sql.shuffle.partitions", 4)
			.build()) {
			built.conf().set("spark.sql.shuffle.partitions", "7");
			try (SparkSession clone = built.cloneSession()) {
				assertThat(clone.conf().get("spark.sql.shuffle.partitions")).isEqualTo("7");
			}
		}
	}

	@Test
	void reportsRequiredVersionOfClone() {
		try (SparkSession old = TestServer.session("4.0.1")) {
			assertThatExceptionOfType(UnsupportedException.class).isThrownBy(old::cloneSession)
				.withMessageContaining("4.1.0")
				.withMessageContaining("4.0.1");
		}
	}

	@Test
	void returnsResourcesOfDriver() {
		assertThat(spark.resources()).isEmpty();
	}

	@Test
	void reportsMissingCommandRunner() {
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.executeCommand("no.such.Runner", "do it", Map.of()))
			.withMessageContaining("no.such.Runner");
	}

}
