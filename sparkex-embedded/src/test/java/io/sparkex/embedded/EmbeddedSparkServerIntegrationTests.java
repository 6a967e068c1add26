package io.sparkex.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class EmbeddedSparkServerIntegrationTests {

	private static final String VERSION = SparkVersion.defaultOn(Runtime.version().feature());

	private static EmbeddedSparkServer spark;

	@BeforeAll
	static void start() {
		spark = EmbeddedSparkServer.builder().config("spark.sql.shuffle.partitions", "2").heap("1g").start();
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	@Test
	void listensOnLoopback() throws IOException {
		assertThat(spark.isRunning()).isTrue();
		try (Socket socket = connect(InetAddress.getByName(spark.host()))) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

	@Test
	void doesNotListenOnOtherAddresses() throws IOException {
		List<InetAddress> others = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
			.toList();
		for (InetAddress address : others) {
			assertThatIOException().as(address.toString()).isThrownBy(() -> connect(address).close());
		}
	}

	@Test
	void hasUrlWithTokenAndDescriptionWithoutToken() {
		assertThat(spark.url()).isEqualTo("sc://127.0.0.1:" + spark.port() + "/;token=" + spark.token());
		assertThat(spark.token()).matches("[0-9a-f]{48}");
		assertThat(spark).hasToString("Spark " + VERSION + " on 127.0.0.1:" + spark.port());
	}

	@Test
	void keepsTokenOffCommandLineAndDisk() throws IOException {
		assertThat(spark.process().info().arguments().orElseThrow())
			.noneMatch((argument) -> argument.contains(spark.token()));
		try (Stream<Path> files = Files.walk(spark.workDirectory())) {
			assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain(spark.token()));
		}
	}

	@Test
	void restrictsAccessToWorkDirectory() throws IOException {
		assertThat(Files.getPosixFilePermissions(spark.workDirectory()))
			.isEqualTo(PosixFilePermissions.fromString("rwx------"));
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_22)
	void startsOldestSupportedVersion() {
		startsAndDeletesItsFiles("4.0.1");
	}

	@Test
	void startsNewestSupportedVersion() {
		startsAndDeletesItsFiles("4.2.0");
	}

	private static void startsAndDeletesItsFiles(String version) {
		EmbeddedSparkServer other = EmbeddedSparkServer.builder().version(version).start();
		try (other) {
			assertThat(other.version()).isEqualTo(version);
			assertThat(other.isRunning()).isTrue();
			assertThat(other.port()).isNotEqualTo(spark.port());
			assertThat(other.token()).isNotEqualTo(spark.token());
		}
		assertThat(other.isRunning()).isFalse();
		assertThat(other.process().isAlive()).isFalse();
		assertThat(other.workDirectory()).doesNotExist();
		other.close();
	}

	@Test
	void startsFromSparkHome(@TempDir Path home) throws IOException {
		Path jars = Files.createDirectory(home.resolve("jars"));
		for (Path jar : new ClassPathCache(CacheDirectory.defaultPath(), VERSION, List.of()).read().orElseThrow()) {
			Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
		}
		try (EmbeddedSparkServer other = EmbeddedSparkServer.builder()
			.version("4.0.1")
			.sparkHome(home)
			.jvmArgs("-Xshare:auto")
			.start()) {
			assertThat(other.version()).isEqualTo(VERSION);
			assertThat(other.isRunning()).isTrue();
		}
		finally {
			new WorkDirectory(jars).delete();
		}
	}

	private static Socket connect(InetAddress address) throws IOException {
		Socket socket = new Socket();
		socket.connect(new InetSocketAddress(address, spark.port()), 2000);
		return socket;
	}

}
