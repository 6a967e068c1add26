package io.sparkex.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

import static org.assertj.core.api.Assertions.assertThat;

class ServerCommandTests {

	private final Path folder;

	ServerCommandTests(@TempDir Path folder) {
		this.folder = folder;
	}

	@Test
	void addsOptionsOfUserLast() {
		List<String> command = command("17.0.1", "-Xmx2g");
		assertThat(command.indexOf("-Xmx2g")).isGreaterThan(command.indexOf("-Xmx" + HeapSize.DEFAULT));
	}

	@Test
	void keepsGarbageCollectorOfUser() {
		assertThat(command("17.0.1")).contains("-XX:+UseSerialGC");
		assertThat(command("17.0.1", "-XX:+UseZGC")).doesNotContain("-XX:+UseSerialGC");
	}

	@Test
	void allowsUnsafeMemoryAccessIfJavaWarns() {
		assertThat(command("25")).contains("--sun-misc-unsafe-memory-access=allow");
		assertThat(command("17.0.1")).doesNotContain("--sun-misc-unsafe-memory-access=allow");
	}

	@Test
	void escapesClassPath() {
		command("17.0.1");
		assertThat(this.folder.resolve("classpath.args")).content().startsWith("-cp\n\"").contains("a b.jar");
	}

	private List<String> command(String javaVersion, String... jvmArgs) {
		ServerSettings settings = new ServerSettings("4.1.2", null, Map.of(), HeapSize.DEFAULT, List.of(jvmArgs), null,
				Duration.ofSeconds(1), this.folder, List.of(), Level.WARN);
		JavaInstallation java = new JavaInstallation(this.folder, this.folder.resolve("java"), javaVersion);
		return ServerCommand.of(java, List.of(this.folder.resolve("a b.jar")), settings, new WorkDirectory(this.folder),
				null);
	}

}
