package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	/**
	 * The JVM would warn about an archive that it cannot use, which is nothing to act
	 * upon.
	 */
	private static final String SILENT = "-Xlog:disable";

	private static final String WARNINGS = "-Xlog:all=error:stderr";

	private final Path file;

	private final @Nullable Path draft;

	private ClassDataArchive(Path file, @Nullable Path draft) {
		this.file = file;
		this.draft = draft;
	}

	static ClassDataArchive of(Path cacheDirectory, JavaInstallation java, List<Path> classPath) {
		List<String> key = new ArrayList<>();
		try {
			Path release = java.home().resolve("release");
			key.add(java.home().toRealPath() + " " + java.version());
			key.add(Files.isReadable(release) ? Files.readString(release) : "");
			for (Path jar : classPath) {
				key.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
			}
			Path folder = Files.createDirectories(cacheDirectory.resolve("cds"));
			Path file = folder.resolve(Digest.of(key).substring(0, 24) + ".jsa");
			return new ClassDataArchive(file,
					Files.isRegularFile(file) ? null : folder.resolve(UUID.randomUUID() + ".tmp"));
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot prepare the class data archive in " + cacheDirectory + ": " + ex,
					ex);
		}
	}

	List<String> flags() {
		String flag = (this.draft != null) ? "-XX:ArchiveClassesAtExit=" + this.draft
				: "-XX:SharedArchiveFile=" + this.file;
		return List.of("-Xshare:auto", flag, SILENT, WARNINGS);
	}

	/**
	 * Whether the server writes the archive when it stops, which takes it some seconds.
	 */
	boolean isBeingWritten() {
		return this.draft != null;
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
		}
		catch (IOException ex) {
			logger.debug("No class data archive was kept: the next start takes as long as this one", ex);
		}
	}

}
