package io.sparkex.boot.test;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base class for tests without Spring. Each class leaves state behind that the other
 * class must not see.
 */
@EmbeddedSpark
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractEmbeddedSparkTests {

	private final SparkSession spark;

	AbstractEmbeddedSparkTests(SparkSession spark, io.sparkex.embedded.EmbeddedSparkServer server) {
		this.spark = spark;
		TestRunRecord.SERVER_PORTS.add(server.port());
		assertThat(TestRunRecord.SESSION_IDS.add(spark.sessionId())).as("a new session").isTrue();
		assertThat(spark.catalog().tableExists("left_behind")).isFalse();
		assertThat(spark.conf().get("spark.sql.session.timeZone")).isNotEqualTo("Asia/Tokyo");
		spark.range(3).createOrReplaceTempView("left_behind");
		spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
	}

	@Test
	void sharesSessionWithinClass(SparkSession same) {
		assertThat(same).isSameAs(this.spark);
		assertThat(same.table("left_behind").count()).isEqualTo(3);
	}

	@Test
	void sharesServerBetweenClasses() {
		assertThat(TestRunRecord.SERVER_PORTS).hasSize(1);
	}

	@Nested
	class NestedTests {

		@Test
		void shareSessionOfOuterClass(SparkSession same) {
			assertThat(same).isSameAs(AbstractEmbeddedSparkTests.this.spark);
			assertThat(same.table("left_behind").count()).isEqualTo(3);
		}

	}

	@Nested
	@EmbeddedSpark(config = "spark.sql.shuffle.partitions=7")
	class NestedTestsWithOtherSettings {

		@Test
		void useOtherServer(SparkSession other, io.sparkex.embedded.EmbeddedSparkServer server) {
			assertThat(TestRunRecord.SERVER_PORTS).doesNotContain(server.port());
			assertThat(other.conf().get("spark.sql.shuffle.partitions")).isEqualTo("7");
			assertThat(other.catalog().tableExists("left_behind")).isFalse();
		}

	}

	@Test
	void keepsSessionAfterNestedClasses() {
		assertThat(this.spark.range(2).count()).isEqualTo(2);
	}

}
