package io.sparkex.boot.test.example;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.sparkex.boot.test.AutoConfigureFakeSpark;
import io.sparkex.boot.test.SparkexTest;
import io.sparkex.boot.test.example.TripReport.CityTrips;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run the code of {@code docs/testing.md} for a slice with a fake.
 */
@SparkexTest
@AutoConfigureFakeSpark
@Import(TripReport.class)
class TripReportTests {

	@Test
	void leavesOutACity(@Autowired FakeSpark fake, @Autowired TripReport report) {
		fake.whenSql(TripReport.BY_CITY).thenReturn(List.of(new CityTrips("Oslo", 2)));
		assertThat(report.byCity("Rome")).hasSize(1);
		assertThat(fake.lastExecution().named()).containsEntry("without", "Rome");
	}

}
