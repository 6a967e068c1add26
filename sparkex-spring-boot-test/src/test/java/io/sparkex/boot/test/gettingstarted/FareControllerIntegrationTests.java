package io.sparkex.boot.test.gettingstarted;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.sparkex.boot.test.EmbeddedSpark;
import io.sparkex.boot.test.gettingstarted.FareController.CityFares;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@EmbeddedSpark
class FareControllerIntegrationTests {

	@Autowired
	private FareController fares;

	@Test
	void sumsFaresByCity() {
		assertThat(this.fares.byCity()).containsExactly(new CityFares("Oslo", 2, 20.5), new CityFares("Rome", 1, 7.0));
	}

	@Test
	void findsRidesOfCity() {
		assertThat(this.fares.rides("Rome").count()).isEqualTo(1);
	}

}
