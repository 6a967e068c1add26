package io.sparkex.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextCustomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link EmbeddedSparkSettings} and for sharing contexts and servers.
 */
class EmbeddedSparkSettingsTests {

	@Test
	void parsesConfigEntries() {
		assertThat(settings(Other.class).config()).containsEntry("spark.a", "1=2").containsEntry("spark.b", "");
	}

	@Test
	void rejectsConfigWithoutValue() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(Malformed.class))
			.withMessageContaining("'spark.a' of @EmbeddedSpark is not of the form key=value");
	}

	@Test
	void sharesContextBetweenClassesWithEqualSettings() {
		assertThat(customizer(Plain.class)).isEqualTo(customizer(AlsoPlain.class))
			.hasSameHashCodeAs(customizer(AlsoPlain.class))
			.isNotEqualTo(customizer(Other.class))
			.isNotEqualTo(customizer(OfAnotherVersion.class));
	}

	@Test
	void usesC1UnlessJvmArgsAreSet() {
		assertThat(settings(Plain.class).jvmArgs()).containsExactly("-XX:TieredStopAtLevel=1");
		assertThat(settings(WithAllCompilers.class).jvmArgs()).isEmpty();
		assertThat(customizer(WithAllCompilers.class)).isNotEqualTo(customizer(Plain.class));
	}

	@Test
	void ignoresOtherTests() {
		assertThat(customizer(String.class)).isNull();
	}

	@Test
	void doesNotRepeatFailedStart() {
		SharedEmbeddedSparkServer server = SharedEmbeddedSparkServer.with(settings(Unresolvable.class));
		Throwable failure = catchThrowable(server::get);
		assertThat(failure).hasMessageContaining("no.such.group");
		assertThat(catchThrowable(server::getForContext)).isSameAs(failure);
	}

	private static EmbeddedSparkSettings settings(Class<?> type) {
		return EmbeddedSparkSettings.of(type.getAnnotation(EmbeddedSpark.class));
	}

	private static @Nullable ContextCustomizer customizer(Class<?> type) {
		return new EmbeddedSparkContextCustomizerFactory().createContextCustomizer(type, List.of());
	}

	@EmbeddedSpark
	static class Plain {

	}

	@EmbeddedSpark
	static class AlsoPlain {

	}

	@EmbeddedSpark(config = { "spark.a=1=2", "spark.b=" })
	static class Other {

	}

	@EmbeddedSpark(config = "spark.a")
	static class Malformed {

	}

	@EmbeddedSpark(version = "4.0.1", config = "spark.sql.shuffle.partitions=1")
	static class OfAnotherVersion {

	}

	@EmbeddedSpark(jvmArgs = {})
	static class WithAllCompilers {

	}

	@EmbeddedSpark(packages = "no.such.group:artifact:1")
	static class Unresolvable {

	}

}
