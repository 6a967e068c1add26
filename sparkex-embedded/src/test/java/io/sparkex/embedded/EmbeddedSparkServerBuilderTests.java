package io.sparkex.embedded;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmbeddedSparkServerBuilderTests {

	private final EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder();

	@ParameterizedTest
	@ValueSource(strings = { "", "4.1", "latest", "../4.1.2" })
	void rejectsInvalidVersions(String version) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.version(version))
			.withMessageContaining("is not a Spark version");
	}

	@Test
	void rejectsVersionsBeforeFour() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.version("3.5.7"))
			.withMessageContaining("requires Spark 4.0 or later");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a:b", "a b:c:1", "iceberg" })
	void rejectsInvalidPackages(String coordinates) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.packages(coordinates))
			.withMessageContaining("group:artifact:version");
	}

	@Test
	void rejectsTimeoutThatIsNotPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.startupTimeout(Duration.ZERO))
			.withMessageContaining("not positive");
	}

}
