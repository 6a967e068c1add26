package io.sparkex.internal.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sparkex.errors.UnsupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerFeature}.
 */
class ServerFeatureTests {

	@ParameterizedTest
	@CsvSource({ "4.0.1, false", "4.1.2, false", "4.1.99, false", "3.5.7, false", "4.1, false", "4.1.2-amzn-1, false",
			"4.2.0, true", "4.2, true", "4.2.0-SNAPSHOT, true", "4.2.0-preview1, true", "4.2.1.dev0, true",
			"4.10.0, true", "10.0.0, true", "5.0.0, true", "photon, true", "'', true", "17, true" })
	void comparesVersionsNumerically(String version, boolean known) {
		assertThat(ServerFeature.SCHEMA_EVOLUTION.isIn(version)).isEqualTo(known);
	}

	@Test
	void reportsBothVersions() {
		assertThatExceptionOfType(UnsupportedException.class)
			.isThrownBy(() -> ServerFeature.CLONE_SESSION.require("4.0.1"))
			.withMessage("Cloning a session requires Spark 4.1.0 or later; the server runs Spark 4.0.1");
	}

}
