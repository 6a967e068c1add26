package io.sparkex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.embedded.EmbeddedSpark;
import io.sparkex.errors.AnalysisException;

import static io.sparkex.Functions.broadcast;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The same queries on each supported line of Spark.
 */
class ServerVersionsIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void queriesEachSupportedVersion(String version) {
		assumeThat(Runtime.version().feature() < 23 || version.equals("4.2.0"))
			.as("Spark before 4.2 does not do on Java 23 or later")
			.isTrue();
		try (SparkSession spark = SparkSession.builder().url(TestServer.get(version).connectionString()).build()) {
			assertThat(spark.version()).isEqualTo(version);
			assertThat(spark.range(10).agg(sum("id").as("total")).as(Long.class).single()).isEqualTo(45L);
			assertThat(spark.sql("SELECT ? AS answer", new Object[] { 42 }).as(Integer.class).single()).isEqualTo(42);
			spark.sql("CREATE OR REPLACE TEMPORARY VIEW numbers AS SELECT id FROM range(3)");
			assertThat(spark.table("numbers").filter(col("id").geq(1)).count()).isEqualTo(2);
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(spark.table("letters")::collect)
				.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
		}
	}

	/**
	 * Many a table format wants Kryo, and Spark takes to it by itself where memory is
	 * short.
	 */
	@Test
	void joinsOnAServerThatUsesKryo() {
		try (EmbeddedSpark server = EmbeddedSpark.builder()
			.version(TestServer.DEFAULT_VERSION)
			.config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
			.start(); SparkSession spark = SparkSession.builder().url(server.connectionString()).build()) {
			assertThat(spark.range(5).join(broadcast(spark.range(2, 9)), "id").count()).isEqualTo(3);
		}
	}

}
