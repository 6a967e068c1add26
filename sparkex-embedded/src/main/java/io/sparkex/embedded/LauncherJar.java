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
 * Puts {@link ServerLauncher} into a jar of its own, readable by a child JVM wherever
 * sparkex itself was loaded from.
 */
final class LauncherJar {

	/** The first moment that a zip entry can name. */
	private static final FileTime EPOCH = FileTime.fromMillis(315_532_800_000L);

	private LauncherJar() {
	}

	static Path in(Path cacheDirectory) {
		try {
			byte[] content = content();
			Path jar = cacheDirectory.resolve("launcher").resolve(Digest.of(content).substring(0, 12) + ".jar");
			if (!Files.isRegularFile(jar) || Files.size(jar) != content.length) {
				AtomicFile.write(jar, content);
				// Class data archives remember the time of each jar: a rewritten one must
				// look the same.
				Files.setLastModifiedTime(jar, EPOCH);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot write to the cache directory " + cacheDirectory + ": " + ex
					+ "; name another one with cacheDirectory(..) on the builder", ex);
		}
	}

	private static byte[] content() throws IOException {
		String name = ServerLauncher.class.getName().replace('.', '/') + ".class";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (InputStream in = ServerLauncher.class.getResourceAsStream("/" + name);
				ZipOutputStream zip = new ZipOutputStream(bytes)) {
			if (in == null) {
				throw new IOException("the class path has no " + name);
			}
			ZipEntry entry = new ZipEntry(name);
			entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
			zip.putNextEntry(entry);
			in.transferTo(zip);
		}
		return bytes.toByteArray();
	}

}
