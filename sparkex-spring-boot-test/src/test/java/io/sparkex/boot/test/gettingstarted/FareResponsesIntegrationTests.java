package io.sparkex.boot.test.gettingstarted;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.sparkex.boot.test.EmbeddedSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the responses in {@code docs/getting-started.md}. As there, a property
 * enables the embedded server, which the annotation overrides.
 */
@SpringBootTest(properties = "sparkex.embedded.enabled=true")
@AutoConfigureMockMvc
@EmbeddedSpark
class FareResponsesIntegrationTests {

	@Test
	void sendsFaresAsJson(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/fares")).hasStatusOk()
			.hasBodyTextEqualTo("[{\"city\":\"Oslo\",\"rides\":2,\"total\":20.5},"
					+ "{\"city\":\"Rome\",\"rides\":1,\"total\":7.0}]");
	}

	@Test
	void sendsRidesAsCsv(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/rides?city=Oslo").accept("text/csv")).hasStatusOk()
			.hasBodyTextEqualTo("city,fare\r\nOslo,12.5\r\nOslo,8.0\r\n");
	}

}
