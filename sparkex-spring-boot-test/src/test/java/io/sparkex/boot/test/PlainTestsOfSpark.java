package io.sparkex.boot.test;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What several classes without Spring run alike: what one leaves behind, another would
 * see.
 */
@EmbeddedSpark
@TestInstance(Lifecycle.PER_CLASS)
abstract class PlainTestsOfSpark {

	private final SparkSession spark;

	PlainTestsOfSpark(SparkSession spark, io.sparkex.embedded.EmbeddedSparkServer server) {
		this.spark = spark;
		SeenInTests.ports.add(server.port());
		assertThat(SeenInTests.sessions.add(spark.sessionId())).as("a session that no other class had").isTrue();
		assertThat(spark.catalog().tableExists("left_behind")).isFalse();
		assertThat(spark.conf().get("spark.sql.session.timeZone")).isNotEqualTo("Asia/Tokyo");
		spark.range(3).createOrReplaceTempView("left_behind");
		spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
	}

	@Test
	void keepsTheSessionWithinTheClass(SparkSession same) {
		assertThat(same).isSameAs(this.spark);
		assertThat(same.table("left_behind").count()).isEqualTo(3);
	}

	@Test
	void sharesTheServerWithAllClasses() {
		assertThat(SeenInTests.ports).hasSize(1);
	}

	@Nested
	class NestedTests {

		@Test
		void takePartInTheSession(SparkSession same) {
			assertThat(same).isSameAs(PlainTestsOfSpark.this.spark);
			assertThat(same.table("left_behind").count()).isEqualTo(3);
		}

	}

	@Nested
	@EmbeddedSpark(config = "spark.sql.shuffle.partitions=7")
	class NestedTestsWithOtherSettings {

		@Test
		void haveAServerOfTheirOwn(SparkSession other, io.sparkex.embedded.EmbeddedSparkServer server) {
			assertThat(SeenInTests.ports).doesNotContain(server.port());
			assertThat(other.conf().get("spark.sql.shuffle.partitions")).isEqualTo("7");
			assertThat(other.catalog().tableExists("left_behind")).isFalse();
		}

	}

	@Test
	void keepsTheSessionAfterNestedClasses() {
		assertThat(this.spark.range(2).count()).isEqualTo(2);
	}

}
