package io.sparkex.boot.test.example;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.sparkex.boot.test.AutoConfigureFakeSpark;
import io.sparkex.boot.test.example.TripReport.CityTrips;
import io.sparkex.errors.AnalysisException;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for results in the slice of Spring WebFlux.
 */
@WebFluxTest(TripController.class)
@AutoConfigureFakeSpark
class TripControllerWebFluxTests {

	@Test
	void sendsTripsAsCsv(@Autowired FakeSpark fake, @Autowired WebTestClient client) {
		fake.whenSql(TripController.TO_CITY).thenReturn(List.of(new CityTrips("Oslo", 2)));
		client.get()
			.uri("/trips?city=Oslo")
			.accept(MediaType.parseMediaType("text/csv"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("city,trips\r\nOslo,2\r\n");
		assertThat(fake.lastExecution().named()).containsEntry("city", "Oslo");
	}

	@Test
	void sendsFailuresAsProblemDetails(@Autowired FakeSpark fake, @Autowired WebTestClient client) {
		fake.whenSql(TripController.TO_CITY)
			.thenThrow(AnalysisException.class, "TABLE_OR_VIEW_NOT_FOUND", "Table trips not found.");
		client.get()
			.uri("/trips?city=Oslo")
			.exchange()
			.expectStatus()
			.is5xxServerError()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.errorClass")
			.isEqualTo("TABLE_OR_VIEW_NOT_FOUND");
	}

}
