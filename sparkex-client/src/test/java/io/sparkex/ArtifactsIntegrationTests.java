package io.sparkex;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.RemoteException;
import io.sparkex.types.DataTypes;

import static io.sparkex.Functions.call_function;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for artifacts on a real server.
 */
class ArtifactsIntegrationTests {

	private static final String WHISPER = """
			package artifacts;
			public class Whisper implements org.apache.spark.sql.api.java.UDF1<String, String> {
				public String call(String text) {
					return text.toLowerCase() + "...";
				}
			}
			""";

	/**
	 * SparkFiles is in none of the jars to compile against, and does not know the
	 * directory of a session in Java functions.
	 */
	private static final String CHECKSUM = """
			package artifacts;
			import java.nio.file.Files;
			import java.nio.file.Path;
			import java.util.stream.Stream;
			import java.util.zip.CRC32;
			public class Checksum implements org.apache.spark.sql.api.java.UDF1<String, Long> {
				public Long call(String name) throws Exception {
					Object root = Class.forName("org.apache.spark.SparkFiles").getMethod("getRootDirectory")
						.invoke(null);
					try (Stream<Path> files = Files.walk(Path.of((String) root))) {
						CRC32 crc = new CRC32();
						crc.update(Files.readAllBytes(files.filter((file) -> file.endsWith(name)).findFirst().get()));
						return crc.getValue();
					}
				}
			}
			""";

	@TempDir
	private static Path folder;

	private static Path classes;

	@BeforeAll
	static void compile() throws IOException {
		classes = Files.createDirectory(folder.resolve("artifacts"));
		Files.writeString(classes.resolve("Whisper.java"), WHISPER);
		Files.writeString(classes.resolve("Checksum.java"), CHECKSUM);
		SparkCompiler.compile(classes);
	}

	private static Path archive(String name, String entry, byte[] content) throws IOException {
		Path jar = folder.resolve(name);
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			out.putNextEntry(new JarEntry(entry));
			out.write(content);
		}
		return jar;
	}

	private static Path whisperJar() throws IOException {
		return archive("whisper.jar", "artifacts/Whisper.class", Files.readAllBytes(classes.resolve("Whisper.class")));
	}

	private static void assertWhispers(SparkSession spark) {
		spark.udf().registerJava("whisper", "artifacts.Whisper", DataTypes.StringType);
		assertThat(
				spark.range(4).repartition(2).select(call_function("whisper", lit("ABC"))).as(String.class).collect())
			.hasSize(4)
			.containsOnly("abc...");
	}

	/**
	 * Returns the checksum of a file in the working directory of tasks.
	 */
	private static long checksum(SparkSession spark, String name) {
		spark.addArtifact(classes.resolve("Checksum.class").toString(), "artifacts/Checksum.class");
		spark.udf().registerJava("checksum", "artifacts.Checksum", DataTypes.LongType);
		return spark.range(1).select(call_function("checksum", lit(name))).as(Long.class).single();
	}

	private static long checksum(byte[] content) {
		CRC32 crc = new CRC32();
		crc.update(content);
		return crc.getValue();
	}

	@Test
	void callsFunctionOfAddedJar() throws IOException {
		Path jar = whisperJar();
		try (SparkSession spark = TestServer.session(); SparkSession other = TestServer.session()) {
			spark.addArtifact(jar.toUri());
			spark.udf().registerJava("whisper", "artifacts.Whisper", DataTypes.StringType);
			DataFrame quiet = spark.range(4).select(call_function("whisper", lit("ABC")));
			assertThat(quiet.as(String.class).collect()).hasSize(4).containsOnly("abc...");
			spark.addArtifact(jar.toString());
			assertWhispers(spark);
			try (SparkSession clone = spark.cloneSession()) {
				assertWhispers(clone);
			}
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> other.udf().registerJava("whisper", "artifacts.Whisper"))
				.withMessageContaining("artifacts.Whisper");
		}
	}

	@Test
	void callsFunctionOfAddedJarOnSpark40() throws IOException {
		try (SparkSession old = TestServer.session("4.0.1")) {
			old.addArtifacts(whisperJar().toUri());
			assertWhispers(old);
		}
	}

	@Test
	void callsFunctionOfAddedClass() throws IOException {
		byte[] content = Files.readAllBytes(classes.resolve("Whisper.class"));
		try (SparkSession spark = TestServer.session()) {
			spark.addArtifact(content, "artifacts/Whisper.class");
			assertWhispers(spark);
		}
	}

	@Test
	void rejectsDifferentJarOfSameName() throws IOException {
		Path jar = whisperJar();
		try (SparkSession spark = TestServer.session()) {
			spark.addArtifact(jar.toString(), "lib/whisper.jar");
			assertThatExceptionOfType(RemoteException.class)
				.isThrownBy(() -> spark.addArtifact(new byte[] { 1 }, "lib/whisper.jar"))
				.withMessageContaining("jars/lib/whisper.jar")
				.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("ARTIFACT_ALREADY_EXISTS"));
			assertWhispers(spark);
		}
	}

	@Test
	void distributesFilesToTasks() throws IOException {
		byte[] large = new byte[20_000_000];
		new Random(1).nextBytes(large);
		Path first = Files.write(folder.resolve("large.bin"), large);
		Path empty = Files.write(folder.resolve("an empty one"), new byte[0]);
		try (SparkSession spark = TestServer.session()) {
			spark.addArtifacts(ArtifactType.FILE, first.toString(), empty.toString());
			assertThat(checksum(spark, "large.bin")).isEqualTo(checksum(large));
			assertThat(checksum(spark, "an empty one")).isZero();
		}
	}

	@Test
	void unpacksArchives() throws IOException {
		byte[] content = "inside".getBytes(StandardCharsets.UTF_8);
		Path archive = archive("model.zip", "inner/text", content);
		try (SparkSession spark = TestServer.session()) {
			spark.addArtifacts(ArtifactType.ARCHIVE, archive + "#unpacked");
			assertThat(checksum(spark, "unpacked/inner/text")).isEqualTo(checksum(content));
		}
	}

	@Test
	void copiesToServerFileSystemIfAllowed() throws IOException {
		Path source = Files.writeString(folder.resolve("source.txt"), "first line\nsecond line\n");
		Path target = folder.resolve("deep/target.txt");
		try (SparkSession spark = TestServer.session()) {
			assertThatExceptionOfType(RemoteException.class)
				.isThrownBy(() -> spark.copyFromLocalToFs(source, target.toString()))
				.withMessageContaining("local file system");
			assertThat(target).doesNotExist();
			spark.conf().set("spark.sql.artifact.copyFromLocalToFs.allowDestLocal", true);
			spark.copyFromLocalToFs(source.toString(), target.toString());
			assertThat(spark.read().text(target.toString()).as(String.class).collect()).containsExactly("first line",
					"second line");
			Files.writeString(source, "third line");
			spark.copyFromLocalToFs(source, target.toString());
			assertThat(target).hasContent("third line");
		}
	}

	@Test
	void cachesArtifactsByHash() {
		byte[] content = "cached once".getBytes(StandardCharsets.UTF_8);
		try (SparkSession spark = TestServer.session()) {
			List<String> hashes = spark.client().artifacts().cache(List.of(content, new byte[100_000]));
			assertThat(hashes).hasSize(2).allSatisfy((hash) -> assertThat(hash).hasSize(64));
			assertThat(spark.client().artifacts().cache(List.of(content))).containsExactly(hashes.get(0));
		}
	}

}
