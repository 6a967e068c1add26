package io.sparkex.boot.test.example;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import io.sparkex.SparkSession;
import io.sparkex.boot.test.SparkexTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexTest @SparkexTest} on an embedded server.
 */
@SparkexTest
@Import(TripReport.class)
class TripReportIntegrationTests {

	@Test
	void queriesEmbeddedServer(@Autowired TripReport report) {
		assertThat(report.byCity("Rome")).containsExactly(new TripReport.CityTrips("Oslo", 2));
	}

	@Test
	void excludesOtherAutoConfiguration(@Autowired ApplicationContext context) {
		assertThat(context.getBeansOfType(HealthIndicator.class)).isEmpty();
	}

	@Nested
	@SparkexTest(properties = "sparkex.config.spark.sql.session.timeZone=Asia/Tokyo", useDefaultFilters = false)
	class WithOtherSettingsTests {

		@Test
		void applyProperties(@Autowired SparkSession spark) {
			assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Tokyo");
		}

		@Test
		void includeAllComponents(@Autowired ApplicationContext context) {
			assertThat(context.getBeansOfType(TripReport.class)).hasSize(1);
		}

	}

}
