package io.sparkex.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerProcessTests {

	@ParameterizedTest
	@ValueSource(strings = { "SPARK_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS" })
	void removesVariablesThatOverrideBuilder(String variable) {
		assertThat(ServerProcess.setsOptions(variable)).isTrue();
	}

	@Test
	void keepsOtherVariables() {
		assertThat(ServerProcess.setsOptions("AWS_PROFILE")).isFalse();
	}

}
