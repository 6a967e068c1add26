package io.sparkex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.UnsupportedException;

import static io.sparkex.Functions.broadcast;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the same queries on each supported Spark version.
 */
class ServerVersionsIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void queriesEachSupportedVersion(String version) {
		try (SparkSession spark = TestServer.session(version)) {
			assertThat(spark.version()).isEqualTo(version);
			assertThat(spark.range(10).agg(sum("id").as("total")).as(Long.class).single()).isEqualTo(45L);
			assertThat(spark.sql("SELECT ? AS answer", new Object[] { 42 }).as(Integer.class).single()).isEqualTo(42);
			spark.sql("CREATE OR REPLACE TEMPORARY VIEW numbers AS SELECT id FROM range(3)");
			assertThat(spark.table("numbers").filter(col("id").geq(1)).count()).isEqualTo(2);
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(spark.table("letters")::collect)
				.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
		}
	}

	@Test
	void reportsRequiredVersionOfFunction() {
		try (SparkSession spark = TestServer.session("4.0.1")) {
			DataFrame df = spark.range(1).select(Functions.bitmap_and_agg(col("id")));
			assertThatExceptionOfType(UnsupportedException.class).isThrownBy(df::schema)
				.withMessageContaining("function bitmap_and_agg")
				.withMessageContaining("4.1")
				.withMessageContaining("4.0.1");
			// Earlier versions have max_by without a third argument.
			assertThat(spark.range(3).agg(Functions.max_by(col("id"), col("id"))).as(Long.class).single()).isEqualTo(2);
		}
	}

	@Test
	void reportsRequiredVersionOfRepartitionById() {
		try (SparkSession spark = TestServer.session("4.0.1")) {
			assertThatExceptionOfType(UnsupportedException.class)
				.isThrownBy(spark.range(4).repartitionById(2, col("id"))::collect)
				.withMessageContaining("4.1.0");
		}
	}

	/**
	 * Many table formats require Kryo, and Spark uses it itself when memory is short.
	 */
	@Test
	void joinsOnServerWithKryo() {
		try (EmbeddedSparkServer server = TestServer.builder(TestServer.DEFAULT_VERSION)
			.config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
			.start(); SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			assertThat(spark.range(5).join(broadcast(spark.range(2, 9)), "id").count()).isEqualTo(3);
		}
	}

}
