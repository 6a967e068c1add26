package io.sparkex.boot.test.example;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.sparkex.boot.test.AutoConfigureFakeSpark;
import io.sparkex.boot.test.example.TripReport.CityTrips;
import io.sparkex.errors.AnalysisException;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run the code of {@code docs/testing.md} for controllers, and tests for
 * results in the slice of Spring MVC.
 */
@WebMvcTest(TripController.class)
@AutoConfigureFakeSpark
class TripControllerTests {

	@Test
	void sendsTripsAsCsv(@Autowired FakeSpark fake, @Autowired MockMvcTester mvc) {
		fake.whenSql(TripController.TO_CITY).thenReturn(List.of(new CityTrips("Oslo", 2)));
		assertThat(mvc.get().uri("/trips?city=Oslo").accept("text/csv")).hasStatusOk()
			.hasBodyTextEqualTo("city,trips\r\nOslo,2\r\n");
		assertThat(fake.lastExecution().named()).containsEntry("city", "Oslo");
	}

	@Test
	void sendsFailuresAsProblemDetails(@Autowired FakeSpark fake, @Autowired MockMvcTester mvc) {
		fake.whenSql(TripController.TO_CITY)
			.thenThrow(AnalysisException.class, "TABLE_OR_VIEW_NOT_FOUND", "Table trips not found.");
		assertThat(mvc.get().uri("/trips?city=Oslo")).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyText()
			.contains("TABLE_OR_VIEW_NOT_FOUND")
			.doesNotContain("Table trips not found");
	}

	@Test
	void excludesOtherBeans(@Autowired ApplicationContext context) {
		assertThat(context.getBeansOfType(TripReport.class)).isEmpty();
	}

}
