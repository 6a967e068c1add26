package io.sparkex.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sparkex.embedded.ParentApplication.Ending;

import static org.assertj.core.api.Assertions.assertThat;

class ServerLifetimeIntegrationTests {

	private static final String VERSION = SparkVersion.defaultOn(Runtime.version().feature());

	@Test
	void endsWhenApplicationIsKilled() throws Exception {
		try (ParentProcess parent = ParentProcess.start(List.of())) {
			assertThat(parent.server().isAlive()).isTrue();
			parent.process().destroyForcibly();
			parent.awaitEndOfServer();
			assertThat(parent.workDirectory()).doesNotExist();
		}
	}

	@ParameterizedTest
	@EnumSource(value = Ending.class, names = { "EXIT", "RETURN" })
	void endsWithApplicationThatDoesNotCloseIt(Ending ending) throws Exception {
		try (ParentProcess parent = ParentProcess.start(List.of(argument(ending)))) {
			parent.exit();
			assertThat(parent.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
			parent.awaitEndOfServer();
			assertThat(parent.workDirectory()).doesNotExist();
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isAvailableToShutdownHooksAfterTerminalSignal(@TempDir Path folder) throws Exception {
		Path cache = warmCache(folder);
		try (ParentProcess parent = ParentProcess.start(List.of(argument(Ending.HOOK)), cache.toString())) {
			// Sends the signals of Ctrl-C, except to the application: a background
			// process ignores SIGINT.
			signal("INT", parent.server());
			signal("TERM", parent.process().toHandle());
			assertThat(parent.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(parent.process().inputReader().lines()).contains("RUNNING true");
			parent.awaitEndOfServer();
			assertThat(parent.workDirectory()).doesNotExist();
			assertThat(cache.resolve("cds")).isDirectoryContaining("glob:**.jsa");
		}
	}

	private static void signal(String name, ProcessHandle process) throws Exception {
		assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor()).isZero();
	}

	@Test
	void detectsDeadServer() throws Exception {
		try (EmbeddedSparkServer spark = EmbeddedSparkServer.builder().start()) {
			assertThat(spark.isRunning()).isTrue();
			spark.process().destroyForcibly();
			spark.process().onExit().get(30, TimeUnit.SECONDS);
			assertThat(spark.isRunning()).isFalse();
			spark.close();
			assertThat(spark.workDirectory()).doesNotExist();
		}
	}

	@Test
	void deletesItsFilesWhenClosedByInterruptedThread() {
		EmbeddedSparkServer spark = EmbeddedSparkServer.builder().start();
		Thread.currentThread().interrupt();
		spark.close();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(spark.process().isAlive()).isFalse();
		assertThat(spark.workDirectory()).doesNotExist();
	}

	@Test
	void warmStartNeedsNeitherMavenNorNetwork(@TempDir Path folder) throws Exception {
		Path cache = warmCache(folder);
		Path settings = Files.createDirectories(folder.resolve(".m2")).resolve("settings.xml");
		Files.writeString(settings, "<settings><offline>true</offline></settings>");
		Path loaded = folder.resolve("classes.log");
		List<String> nothingToResolveFrom = List.of("-Duser.home=" + folder, "-Xlog:class+load:file=" + loaded);
		try (ParentProcess parent = ParentProcess.start(nothingToResolveFrom, cache.toString())) {
			assertThat(parent.server().isAlive()).isTrue();
			assertThat(Files.readString(loaded).contains("io.sparkex.embedded.EmbeddedSparkServer ")).isTrue();
			assertThat(Files.readAllLines(loaded))
				.noneMatch((line) -> line.contains("org.eclipse.aether") || line.contains("eu.maveniverse"));
			assertThat(folder.resolve(".m2").resolve("repository")).doesNotExist();
		}
	}

	@Test
	void startsWithCorruptArchive(@TempDir Path folder) throws Exception {
		Path cache = warmCache(folder);
		List<Path> classPath = new ArrayList<>(new ClassPathCache(cache, VERSION, List.of()).read().orElseThrow());
		classPath.add(0, LauncherJar.in(cache));
		ClassDataArchive expected = ClassDataArchive.of(cache, JavaInstallation.find(null, VERSION), classPath);
		Path archive = Objects.requireNonNull(expected).file();
		Files.writeString(archive, "nonsense");
		try (EmbeddedSparkServer spark = EmbeddedSparkServer.builder().cacheDirectory(cache).start()) {
			assertThat(spark.isRunning()).isTrue();
			assertThat(spark.process().info().arguments().orElseThrow()).contains("-XX:SharedArchiveFile=" + archive);
		}
	}

	private static String argument(Ending ending) {
		return "-D" + ParentApplication.ENDING + "=" + ending;
	}

	/**
	 * Creates a cache that contains only the class path.
	 */
	private static Path warmCache(Path folder) throws Exception {
		List<Path> jars = new ServerClassPathSource(CacheDirectory.defaultPath(),
				new ArtifactResolver(MavenSetup.overrides())::resolve)
			.get(VERSION, List.of())
			.jars();
		Path cache = folder.resolve("cache");
		new ClassPathCache(cache, VERSION, List.of()).write(jars);
		return cache;
	}

}
