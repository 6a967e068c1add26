package io.sparkex;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ArtifactSource} and {@link ArtifactType}, and for the validation of
 * artifacts in {@link SparkSession}.
 */
class ArtifactSourceTests {

	@TempDir
	private Path folder;

	private Path file(String name) throws Exception {
		return Files.writeString(this.folder.resolve(name), name);
	}

	private static String name(String path, ArtifactType type) {
		return ArtifactSource.of(path, type).toArtifact(type).name();
	}

	@ParameterizedTest
	@CsvSource({ "a.jar, CLASS_PATH, jars/a.jar", "A.class, CLASS_PATH, classes/A.class", "a.jar, FILE, files/a.jar",
			"no suffix, FILE, files/no suffix", "a#b, FILE, files/a#b", "a.tar.gz, ARCHIVE, archives/a.tar.gz",
			"a:b.csv, FILE, files/a:b.csv", "a.jar, ARCHIVE, archives/a.jar", "a.py, PYTHON_FILE, pyfiles/a.py",
			"a#1.jar, CLASS_PATH, jars/a#1.jar" })
	void namesArtifactsByTheirType(String file, ArtifactType type, String name) throws Exception {
		Path path = file(file);
		assertThat(ArtifactSource.of(path.toString(), type).file()).isEqualTo(path);
		assertThat(name(path.toString(), type)).isEqualTo(name);
		assertThat(name(path.toUri().toString(), type)).isEqualTo(name);
	}

	@Test
	void usesFragmentAsDirectoryOfArchive() throws Exception {
		Path archive = file("model 1.zip");
		assertThat(name(archive + "#model", ArtifactType.ARCHIVE)).isEqualTo("archives/model 1.zip#model");
		assertThat(name(archive.toUri() + "#model", ArtifactType.ARCHIVE)).isEqualTo("archives/model 1.zip#model");
		assertThat(ArtifactSource.of(archive.toUri() + "#m", ArtifactType.ARCHIVE).file()).isEqualTo(archive);
	}

	@Test
	void rejectsInvalidFragments() throws Exception {
		Path jar = file("a.jar");
		assertThatIllegalArgumentException().isThrownBy(() -> name(jar.toUri() + "#x", ArtifactType.CLASS_PATH))
			.withMessageContaining("Only archives");
		assertThatIllegalArgumentException().isThrownBy(() -> name(jar + "#", ArtifactType.ARCHIVE))
			.withMessageContaining("a directory must follow");
		Path sharp = file("a#b.zip");
		assertThatIllegalArgumentException().isThrownBy(() -> name(sharp + "#x", ArtifactType.ARCHIVE))
			.withMessage("The name of an archive must not contain # but is a#b.zip");
	}

	@Test
	void rejectsOtherSuffixes() throws Exception {
		Path text = file("a.txt");
		assertThatIllegalArgumentException().isThrownBy(() -> name(text.toString(), ArtifactType.CLASS_PATH))
			.withMessageContaining("[.jar, .class] but is a.txt; if it is not for the class path");
		assertThatIllegalArgumentException().isThrownBy(() -> name(text.toString(), ArtifactType.ARCHIVE))
			.withMessageEndingWith(".tar] but is a.txt");
		assertThatIllegalArgumentException().isThrownBy(() -> name(text.toString(), ArtifactType.PYTHON_FILE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ivy://org.example:fares:1.0", "https://example.org/a.jar", "hdfs:/a.jar" })
	void rejectsFilesThatAreNotLocal(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> name(uri, ArtifactType.CLASS_PATH))
			.withMessageContaining(uri)
			.withMessageContaining("download it");
	}

	@Test
	void rejectsInvalidFilesBeforeUpload() throws Exception {
		Path jar = file("a.jar");
		Path gone = this.folder.resolve("gone.jar");
		Path inner = Files.createDirectory(this.folder.resolve("inner.jar"));
		// No server listens at this address, so an error shows that nothing was sent.
		try (SparkSession spark = SparkSession.builder().url("sc://localhost:1").build()) {
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(gone.toString()))
				.withMessage("The file " + gone + " does not exist");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifacts(jar.toUri(), gone.toUri()))
				.withMessage("The file " + gone + " does not exist");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(inner.toUri()))
				.withMessage("An artifact must be a file, but this is a directory: " + inner);
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(URI.create("a.jar")))
				.withMessageContaining("must be a local file");
			Path other = Files.createDirectory(this.folder.resolve("other")).resolve("a.jar");
			Files.copy(jar, other);
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifacts(jar.toString(), other.toString()))
				.withMessageContaining("jars/a.jar")
				.withMessageContaining(other.toString());
			assertThatIllegalArgumentException().isThrownBy(() -> spark.copyFromLocalToFs(jar, "data/a.jar"))
				.withMessageContaining("absolute path");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.copyFromLocalToFs(jar, "/data/"))
				.withMessageEndingWith("but is /data/");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.copyFromLocalToFs(gone, "/data/a.jar"))
				.withMessage("The file " + gone + " does not exist");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/abs.jar", "../up.jar", "a/../../up.jar", "a//b.jar", "./a.jar", "a/", "..\\a.jar" })
	void rejectsTargetsOutsideTheirDirectory(String target) throws Exception {
		Path jar = file("a.jar");
		try (SparkSession spark = SparkSession.builder().url("sc://localhost:1").build()) {
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(new byte[1], target))
				.withMessageEndingWith("but is " + target);
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(jar.toString(), target))
				.withMessageEndingWith("but is " + target);
		}
	}

	@Test
	void rejectsTargetsThatAreNotForClassPath() {
		try (SparkSession spark = SparkSession.builder().url("sc://localhost:1").build()) {
			assertThatIllegalArgumentException().isThrownBy(() -> spark.addArtifact(new byte[1], "com/example/a.txt"))
				.withMessageContaining("com/example/a.txt");
		}
	}

}
