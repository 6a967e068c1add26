package io.sparkex.boot.test.example;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.sparkex.boot.test.EmbeddedSpark;
import io.sparkex.boot.test.example.TripReport.CityTrips;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run the code of {@code docs/testing.md} for an application.
 */
@SpringBootTest
@EmbeddedSpark
class ReportIntegrationTests {

	@Autowired
	private TripReport report;

	@Test
	void countsTripsByCity() {
		assertThat(this.report.byCity("Rome")).containsExactly(new CityTrips("Oslo", 2));
	}

}
