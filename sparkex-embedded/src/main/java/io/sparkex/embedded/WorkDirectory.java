package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private temporary directory for all files of one server. Only its owner can read it.
 */
record WorkDirectory(Path path) {

	private static final Logger logger = LoggerFactory.getLogger(WorkDirectory.class);

	static WorkDirectory create() {
		try {
			return new WorkDirectory(Files.createTempDirectory("sparkex-").toRealPath());
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot create a work directory in " + System.getProperty("java.io.tmpdir")
					+ ": " + ex + "; set another directory with java.io.tmpdir", ex);
		}
	}

	Path folder(String name) {
		try {
			return Files.createDirectories(this.path.resolve(name));
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot create the directory " + this.path.resolve(name) + ": " + ex, ex);
		}
	}

	Path file(String name, String content) {
		try {
			return Files.writeString(this.path.resolve(name), content);
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot write " + this.path.resolve(name) + ": " + ex, ex);
		}
	}

	/**
	 * Deletes the directory and its content. Files that cannot be deleted are logged.
	 */
	void delete() {
		try {
			Files.walkFileTree(this.path, new Deletion());
		}
		catch (NoSuchFileException ex) {
			logger.trace("{} is already deleted", this.path);
		}
		catch (IOException ex) {
			logger.warn("Cannot delete {} completely: {}", this.path, ex.toString());
		}
	}

	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
			Files.deleteIfExists(folder);
			return FileVisitResult.CONTINUE;
		}

	}

}
