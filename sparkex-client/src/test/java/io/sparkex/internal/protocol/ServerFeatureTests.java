package io.sparkex.internal.protocol;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerFeature}.
 */
class ServerFeatureTests {

	@ParameterizedTest
	@CsvSource({ "4.0.1, false", "4.1.2, false", "4.1.99, false", "3.5.7, false", "4.1, false", "4.1.2-amzn-1, false",
			"4.2.0, true", "4.2, true", "4.2.0-SNAPSHOT, true", "4.2.0-preview1, true", "4.2.1.dev0, true",
			"4.10.0, true", "10.0.0, true", "5.0.0, true", "photon, true", "'', true", "17, true" })
	void comparesVersionsByTheirNumbers(String version, boolean known) {
		assertThat(ServerFeature.SCHEMA_EVOLUTION.isIn(version)).isEqualTo(known);
	}

}
