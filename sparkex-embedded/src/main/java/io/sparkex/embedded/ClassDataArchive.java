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
 * A class data sharing archive (AppCDS) for one class path on one Java: written when the
 * first server stops, mapped by all later ones. The JVM checks it by itself and does
 * without when it does not fit.
 */
final class ClassDataArchive {

	private static final Logger logger = LoggerFactory.getLogger(ClassDataArchive.class);

	private static final Duration KEPT = Duration.ofDays(30);

	/**
	 * The JVM would complain about an archive that it cannot use, which is nothing to act
	 * upon. What remains is what explains why it dies.
	 */
	private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:os*=warning:stderr");

	private final Path file;

	private final @Nullable Path draft;

	private ClassDataArchive(Path file, @Nullable Path draft) {
		this.file = file;
		this.draft = draft;
	}

	/**
	 * The JVM takes one archive: options of the user's about them leave no room for this
	 * one.
	 */
	static boolean isLeftToUser(List<String> jvmArgs) {
		return jvmArgs.stream()
			.anyMatch((arg) -> arg.matches("-Xshare:.*|-XX:.?(SharedArchive|ArchiveClasses|RecordDynamicDump|AOT).*"));
	}

	/**
	 * Returns null where the cache can neither offer an archive nor take one: it only
	 * makes starts faster, so a cache that cannot be written to is no reason to fail.
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
				keep(file);
				return new ClassDataArchive(file, null);
			}
			if (!Files.isWritable(Files.createDirectories(folder))) {
				logger.debug("No class data archive: {} is read-only", folder);
				return null;
			}
			return new ClassDataArchive(file, folder.resolve(UUID.randomUUID() + ".tmp"));
		}
		catch (IOException ex) {
			logger.debug("No class data archive in {}", cacheDirectory, ex);
			return null;
		}
	}

	/**
	 * Tells the pruning of other JVMs that this archive is in use.
	 */
	static void keep(Path file) {
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
	 * Where the server is to write the archive when it stops, which takes it some
	 * seconds; null when there is one already.
	 */
	@Nullable Path draft() {
		return this.draft;
	}

	Path file() {
		return this.file;
	}

	/**
	 * Makes what a stopped server has written available to others, or throws it away when
	 * it did not stop in peace.
	 */
	void publish(boolean stoppedInPeace) {
		if (this.draft == null) {
			return;
		}
		try {
			if (stoppedInPeace && Files.isRegularFile(this.draft)) {
				AtomicFile.move(this.draft, this.file);
			}
			Files.deleteIfExists(this.draft);
			prune();
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.debug("No class data archive was kept: the next start takes as long as this one", ex);
		}
	}

	/**
	 * Each archive takes some 100 MB, and each release of Spark, of Java and of sparkex
	 * asks for another one.
	 */
	private void prune() throws IOException {
		Instant limit = Instant.now().minus(KEPT);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.file.resolveSibling("."), "*.{jsa,tmp}")) {
			for (Path old : files) {
				if (Files.getLastModifiedTime(old).toInstant().isBefore(limit)) {
					Files.deleteIfExists(old);
				}
			}
		}
	}

}
