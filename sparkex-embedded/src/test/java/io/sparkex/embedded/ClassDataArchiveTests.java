package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ClassDataArchiveTests {

	private static final String VERSION = SparkVersion.defaultOn(Runtime.version().feature());

	private final Path cache;

	ClassDataArchiveTests(@TempDir Path cache) {
		this.cache = cache;
	}

	@Test
	void isReusedAfterFirstServer() throws IOException {
		ClassDataArchive first = archive("a.jar");
		assertThat(first.flags()).contains("-XX:+RecordDynamicDumpInfo");
		Files.writeString(draftOf(first), "classes");
		first.publish(true);
		ClassDataArchive second = archive("a.jar");
		assertThat(second.draft()).isNull();
		assertThat(second.flags()).contains("-XX:SharedArchiveFile=" + second.file());
		assertThat(second.file()).hasContent("classes");
	}

	@Test
	void isDeletedWhenServerWasKilled() throws IOException {
		ClassDataArchive archive = archive("a.jar");
		Path draft = Files.writeString(draftOf(archive), "half");
		archive.publish(false);
		assertThat(draft).doesNotExist();
		assertThat(archive.file()).doesNotExist();
	}

	@Test
	void dependsOnClassPath() throws IOException {
		assertThat(archive("a.jar").file()).isNotEqualTo(archive("b.jar").file());
	}

	@Test
	void prunesOldArchives() throws IOException {
		ClassDataArchive archive = archive("a.jar");
		Path old = Files.createFile(archive.file().resolveSibling("old.jsa"));
		Path recent = Files.createFile(archive.file().resolveSibling("recent.jsa"));
		Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
		archive.publish(false);
		assertThat(old).doesNotExist();
		assertThat(recent).exists();
	}

	@Test
	void backsOffForOptionsOfUser() {
		assertThat(ClassDataArchive.isConfiguredByUser(List.of("-Xshare:off"))).isTrue();
		assertThat(ClassDataArchive.isConfiguredByUser(List.of("-XX:SharedArchiveFile=x.jsa"))).isTrue();
		assertThat(ClassDataArchive.isConfiguredByUser(List.of("-XX:AOTCache=x.aot"))).isTrue();
		assertThat(ClassDataArchive.isConfiguredByUser(List.of("-XX:+UseG1GC", "-Dx=y"))).isFalse();
	}

	@Test
	void isOptionalForReadOnlyCache() throws IOException {
		Files.createFile(this.cache.resolve("cds"));
		assertThat(find("a.jar")).isNull();
	}

	@Test
	void toleratesMissingFileOnTouch() {
		assertThatNoException().isThrownBy(() -> ClassDataArchive.touch(this.cache.resolve("cds").resolve("gone.jsa")));
	}

	private ClassDataArchive archive(String name) throws IOException {
		return Objects.requireNonNull(find(name));
	}

	private @Nullable ClassDataArchive find(String name) throws IOException {
		Path jar = this.cache.resolve(name);
		Files.writeString(jar, name);
		Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
		return ClassDataArchive.of(this.cache, JavaInstallation.find(null, VERSION), List.of(jar));
	}

	private static Path draftOf(ClassDataArchive archive) {
		return Objects.requireNonNull(archive.draft());
	}

}
