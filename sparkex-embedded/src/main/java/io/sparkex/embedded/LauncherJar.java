package io.sparkex.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Jar with the {@link ServerLauncher} only, so that a child JVM can load it regardless of
 * how sparkex itself was loaded.
 */
final class LauncherJar {

	/** The earliest time of a zip entry. */
	private static final FileTime EPOCH = FileTime.fromMillis(315_532_800_000L);

	private LauncherJar() {
	}

	static Path in(Path cacheDirectory) {
		try {
			byte[] content = content();
			Path jar = cacheDirectory.resolve("launcher").resolve(Digest.of(content).substring(0, 12) + ".jar");
			if (!Files.isRegularFile(jar) || Files.size(jar) != content.length) {
				AtomicFile.write(jar, content);
				// Class data archives depend on the time of each jar, so a rewritten jar
				// needs the same time.
				Files.setLastModifiedTime(jar, EPOCH);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot write to the cache directory " + cacheDirectory + ": " + ex
					+ "; set another directory with cacheDirectory(..) on the builder", ex);
		}
	}

	private static byte[] content() throws IOException {
		String name = ServerLauncher.class.getName().replace('.', '/') + ".class";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (InputStream in = ServerLauncher.class.getResourceAsStream("/" + name);
				ZipOutputStream zip = new ZipOutputStream(bytes)) {
			if (in == null) {
				throw new IOException(name + " is not on the class path");
			}
			ZipEntry entry = new ZipEntry(name);
			entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
			zip.putNextEntry(entry);
			in.transferTo(zip);
		}
		return bytes.toByteArray();
	}

}
