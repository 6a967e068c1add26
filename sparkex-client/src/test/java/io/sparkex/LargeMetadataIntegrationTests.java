package io.sparkex;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for errors and headers that exceed the usual limit of 8 KB of metadata.
 */
class LargeMetadataIntegrationTests {

	/**
	 * Less than the retry budget.
	 */
	private static final Duration BOUND = Duration.ofSeconds(20);

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void reportsErrorsThatAreNotAscii(String version) {
		try (SparkSession spark = TestServer.session(version)) {
			assertThatExceptionOfType(ParseException.class)
				.isThrownBy(() -> spark.sql("SELEC '" + "漢".repeat(600) + "'").collect())
				.withMessageContaining("漢漢漢");
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> spark.sql("SELECT " + "漢".repeat(20_000)).collect());
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> spark.sql("SELECT " + "\t\n".repeat(5_000) + "nowhere").collect())
				.withMessageContaining("nowhere");
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> spark.range(1).selectExpr("'" + "%ü\t".repeat(2_000) + "' || nowhere").collect())
				.withMessageContaining("nowhere");
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(
					() -> spark.sql("SELECT 1 AS `" + "漢".repeat(600) + "`").write().saveAsTable("no.such.place"));
		}
	}

	@Test
	void reportsTooLargeTokenWithoutRetries() {
		try (SparkSession spark = SparkSession.builder().url(TestServer.get().url()).token("x".repeat(7_900)).build()) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(TransportException.class).isThrownBy(spark.range(1)::count)
				.withMessageStartingWith("The headers of the call are larger than the 8192 bytes that the server at")
				.withMessageContaining("Shorten the token");
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
		}
	}

}
