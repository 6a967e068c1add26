package io.sparkex;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.errors.RemoteException;
import io.sparkex.internal.plan.Source;
import io.sparkex.storage.StorageLevel;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.rand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for cached DataFrames, and for their storage levels and plans.
 */
class CachingIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void cachesDataFrameUntilUnpersisted() {
		DataFrame df = spark.range(100).withColumn("random", rand());
		assertThat(df.storageLevel()).isEqualTo(StorageLevel.NONE);
		assertThat(df.cache()).isSameAs(df);
		assertThat(df.storageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK);
		assertThat(df.agg(Functions.sum("random")).as(Double.class).single())
			.isEqualTo(df.agg(Functions.sum("random")).as(Double.class).single());
		assertThat(df.unpersist(true)).isSameAs(df);
		assertThat(df.storageLevel()).isEqualTo(StorageLevel.NONE);
	}

	@Test
	void persistsWithStorageLevel() {
		DataFrame df = spark.range(7).filter("id > 2");
		df.persist(StorageLevel.DISK_ONLY);
		assertThat(df.count()).isEqualTo(4);
		assertThat(df.storageLevel()).isEqualTo(StorageLevel.DISK_ONLY);
		df.unpersist();
		df.persist(new StorageLevel(true, true, false, false, 1));
		assertThat(df.storageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK_SER);
		df.unpersist(true);
	}

	@Test
	void readsLocalCheckpoint() {
		DataFrame df = spark.range(50).withColumn("random", rand());
		DataFrame kept = df.localCheckpoint();
		assertThat(kept.schema()).isEqualTo(df.schema());
		assertThat(kept.collect()).isEqualTo(kept.collect()).hasSize(50);
		assertThat(kept.explainString("extended")).doesNotContain("rand(");
		assertThat(kept.filter(col("id").lt(5)).localCheckpoint(false, StorageLevel.DISK_ONLY).count()).isEqualTo(5);
	}

	@Test
	void reportsMissingCheckpointDirectory() {
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.range(1).checkpoint())
			.withMessageContaining("heckpoint");
	}

	@Test
	void truncatesLongPlanWithCheckpoint() {
		DataFrame df = spark.range(10).withColumn("x", lit(0));
		for (int i = 0; i < 60; i++) {
			df = df.withColumn("x", col("x").plus(1));
			if (i % 20 == 19) {
				df = df.localCheckpoint();
			}
		}
		assertThat(df.select("x").distinct().as(Integer.class).single()).isEqualTo(60);
	}

	@Test
	void comparesSemanticsOfDataFrames() {
		DataFrame df = spark.range(10).filter("id > 3").select(col("id").plus(1));
		DataFrame same = spark.range(10).filter(col("id").gt(3)).select(col("id").plus(1).as("other_name"));
		DataFrame other = spark.range(10).filter("id > 4").select(col("id").plus(1));
		assertThat(df.sameSemantics(same)).isTrue();
		assertThat(df.semanticHash()).isEqualTo(same.semanticHash());
		assertThat(df.sameSemantics(other)).isFalse();
		try (SparkSession elsewhere = TestServer.session()) {
			assertThatIllegalArgumentException().isThrownBy(() -> df.sameSemantics(elsewhere.range(1)));
		}
	}

	@Test
	void returnsInputFiles(@TempDir Path folder) {
		String path = folder.resolve("files").toString();
		spark.range(4).coalesce(1).write().parquet(path);
		DataFrame files = spark.read().parquet(path);
		assertThat(files.inputFiles()).singleElement().asString().startsWith("file:").endsWith(".parquet");
		assertThat(spark.range(1).inputFiles()).isEmpty();
		assertThat(files.isStreaming()).isFalse();
		assertThat(files.isLocal()).isFalse();
		assertThat(spark.sql("SHOW DATABASES").isLocal()).isTrue();
		assertThat(files.dtypes()).containsExactly(java.util.Map.entry("id", "bigint"));
	}

	@Test
	void releasesUnreachableCheckpoints() {
		String id = idOf(spark.range(3).localCheckpoint());
		Source.CachedRelation again = new Source.CachedRelation(id);
		Instant deadline = Instant.now().plusSeconds(60);
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> {
			while (Instant.now().isBefore(deadline)) {
				System.gc();
				spark.dataFrame(again).count();
			}
		}).withMessageContaining(id);
	}

	private static String idOf(DataFrame checkpoint) {
		return ((Source.CachedRelation) checkpoint.relation().operator()).relationId();
	}

}
