package io.sparkex.internal.protocol;

import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * Tests for {@link ConfigEncoder} against golden texts.
 */
class ConfigEncoderTests {

	@Test
	void encodesEveryConfigOperation() {
		GoldenPlan.compare("config-set", ConfigEncoder.set(Map.of("spark.a", "ü")));
		GoldenPlan.compare("config-get", ConfigEncoder.get("spark.a"));
		GoldenPlan.compare("config-get-with-default", ConfigEncoder.getWithDefault("spark.a", "b"));
		GoldenPlan.compare("config-get-option", ConfigEncoder.getOption("spark.a"));
		GoldenPlan.compare("config-get-all", ConfigEncoder.getAll());
		GoldenPlan.compare("config-unset", ConfigEncoder.unset("spark.a"));
		GoldenPlan.compare("config-is-modifiable", ConfigEncoder.isModifiable("spark.a"));
	}

}
