package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Class data sharing archive (AppCDS) for one class path and one Java installation.
 * Written when the first server stops, and used by later servers. The JVM validates the
 * archive and ignores it if it does not match.
 */
final class ClassDataArchive {

	private static final Logger logger = LoggerFactory.getLogger(ClassDataArchive.class);

	private static final Duration MAX_AGE = Duration.ofDays(30);

	/**
	 * Options that disable warnings about an unusable archive, which do not require
	 * action. Messages that explain a crash remain enabled.
	 */
	private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:os*=warning:stderr");

	private final Path file;

	private final @Nullable Path draft;

	private ClassDataArchive(Path file, @Nullable Path draft) {
		this.file = file;
		this.draft = draft;
	}

	/**
	 * Returns whether the user configures an archive. The JVM accepts only one.
	 */
	static boolean isConfiguredByUser(List<String> jvmArgs) {
		return jvmArgs.stream()
			.anyMatch((arg) -> arg.matches("-Xshare:.*|-XX:.?(SharedArchive|ArchiveClasses|RecordDynamicDump|AOT).*"));
	}

	/**
	 * Returns the archive, or {@code null} if the cache has none and is not writable.
	 * That is not an error, since an archive only makes startup faster.
	 */
	static @Nullable ClassDataArchive of(Path cacheDirectory, JavaInstallation java, List<Path> classPath) {
		List<String> key = new ArrayList<>();
		try {
			Path release = java.home().resolve("release");
			key.add(java.home().toRealPath() + " " + java.version());
			key.add(Files.isReadable(release) ? Files.readString(release) : "");
			for (Path jar : classPath) {
				key.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
			}
			Path folder = cacheDirectory.resolve("cds");
			Path file = folder.resolve(Digest.of(key).substring(0, 24) + ".jsa");
			if (Files.isRegularFile(file)) {
				touch(file);
				return new ClassDataArchive(file, null);
			}
			if (!Files.isWritable(Files.createDirectories(folder))) {
				logger.debug("No class data archive is used: {} is read-only", folder);
				return null;
			}
			return new ClassDataArchive(file, folder.resolve(UUID.randomUUID() + ".tmp"));
		}
		catch (IOException ex) {
			logger.debug("No class data archive is used in {}", cacheDirectory, ex);
			return null;
		}
	}

	/**
	 * Updates the modification time, so that other JVMs do not prune the archive.
	 */
	static void touch(Path file) {
		try {
			Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
		}
		catch (IOException ex) {
			logger.debug("Cannot mark {} as used", file, ex);
		}
	}

	List<String> flags() {
		String flag = (this.draft != null) ? "-XX:+RecordDynamicDumpInfo" : "-XX:SharedArchiveFile=" + this.file;
		List<String> flags = new ArrayList<>(List.of("-Xshare:auto", flag));
		flags.addAll(QUIET);
		return flags;
	}

	/**
	 * Returns the file to which the server writes the archive when it stops, which takes
	 * some seconds, or {@code null} if the archive exists.
	 */
	@Nullable Path draft() {
		return this.draft;
	}

	Path file() {
		return this.file;
	}

	/**
	 * Makes the archive of a stopped server available to later servers, or deletes it if
	 * the server did not stop cleanly.
	 */
	void publish(boolean stoppedCleanly) {
		if (this.draft == null) {
			return;
		}
		try {
			if (stoppedCleanly && Files.isRegularFile(this.draft)) {
				AtomicFile.move(this.draft, this.file);
			}
			Files.deleteIfExists(this.draft);
			prune();
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.debug("The class data archive was not stored, so the next start is not faster", ex);
		}
	}

	/**
	 * Deletes old archives. Each one takes about 100 MB, and each release of Spark, Java
	 * or sparkex needs a new one.
	 */
	private void prune() throws IOException {
		Instant limit = Instant.now().minus(MAX_AGE);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.file.resolveSibling("."), "*.{jsa,tmp}")) {
			for (Path old : files) {
				if (Files.getLastModifiedTime(old).toInstant().isBefore(limit)) {
					Files.deleteIfExists(old);
				}
			}
		}
	}

}
