package io.sparkex.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartFailureIntegrationTests {

	@Test
	void reportsOutputOfJvm() {
		EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder().jvmArgs("-XX:+NoSuchOption");
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(builder::start)
			.withMessageContaining("ended during startup (exit code 1)")
			.withMessageContaining("Unrecognized VM option 'NoSuchOption'");
	}

	@Test
	void reportsOutputOfSpark() {
		EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder().config("spark.master", "nowhere");
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(builder::start)
			.withMessageContaining("ended during startup")
			.withMessageContaining("Could not parse Master URL: 'nowhere'");
	}

	@Test
	void failsAfterStartupTimeout() {
		EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder().startupTimeout(Duration.ofMillis(1));
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(builder::start)
			.withMessageContaining("not ready within PT0.001S")
			.withMessageContaining("startupTimeout(..)");
		assertThat(ProcessHandle.current().children()).noneMatch(StartFailureIntegrationTests::isServer);
	}

	@Test
	void reportsUnresolvedArtifactsAndSolution(@TempDir Path folder) {
		Path unreachable = folder.resolve("nowhere");
		RemoteRepository repository = new RemoteRepository.Builder("office", "default", unreachable.toUri().toString())
			.build();
		ContextOverrides setup = ContextOverrides.create()
			.withUserSettings(false)
			.withMavenUserHomeOverride(folder.resolve("m2"))
			.withLocalRepositoryOverride(folder.resolve("repository"))
			.repositories(List.of(repository))
			.addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE)
			.build();
		ServerClassPathSource source = new ServerClassPathSource(folder.resolve("cache"),
				new ArtifactResolver(setup)::resolve);
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(() -> source.get("4.1.2", List.of()))
			.withMessageContaining("org.apache.spark:spark-connect_2.13:pom:4.1.2")
			.withMessageContaining("office")
			.withMessageContaining(folder.resolve("repository").toString())
			.withMessageContaining("settings.xml")
			.withMessageContaining("sparkHome(..)");
		assertThat(folder.resolve("cache").resolve("classpath-2")).doesNotExist();
	}

	@Test
	void reportsMissingVersion(@TempDir Path cache) {
		EmbeddedSparkServerBuilder builder = EmbeddedSparkServer.builder().version("9.9.9").cacheDirectory(cache);
		assertThatExceptionOfType(EmbeddedSparkException.class).isThrownBy(builder::start)
			.withMessageContaining("Cannot resolve Spark 9.9.9")
			.withMessageContaining("spark-connect_2.13")
			.withMessageContaining("Check that the version exists");
	}

	private static boolean isServer(ProcessHandle process) {
		return process.info().commandLine().orElse("").contains(ServerLauncher.class.getName());
	}

}
