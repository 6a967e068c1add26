package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writer of files to the shared cache atomically, so that other JVMs never see a partial
 * file.
 */
final class AtomicFile {

	private AtomicFile() {
	}

	static void write(Path target, byte[] content) throws IOException {
		Files.createDirectories(target.getParent());
		Path draft = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".tmp");
		try {
			Files.write(draft, content);
			move(draft, target);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	static void move(Path draft, Path target) throws IOException {
		try {
			Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

}
