package io.sparkex.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that the server keeps for the session. The prefix of its name is its purpose:
 * {@code jars/}, {@code classes/}, {@code pyfiles/}, {@code archives/}, {@code files/},
 * {@code cache/} or {@code forward_to_fs/}.
 *
 * @param name the name on the server, with slashes
 * @param content the bytes
 * @since 0.1.0
 */
public record Artifact(String name, Content content) {

	/**
	 * Creates an artifact of a local file, which is read while it is sent.
	 * @param name the name on the server
	 * @param file the file
	 * @return the artifact
	 */
	public static Artifact of(String name, Path file) {
		return new Artifact(name, new FileContent(file));
	}

	/**
	 * Creates an artifact of bytes in memory.
	 * @param name the name on the server
	 * @param bytes the bytes, which must not change until they are sent
	 * @return the artifact
	 */
	public static Artifact of(String name, byte[] bytes) {
		return new Artifact(name, new MemoryContent(bytes));
	}

	/**
	 * The source of the bytes.
	 */
	public sealed interface Content permits FileContent, MemoryContent {

		/**
		 * Returns the size.
		 * @return the number of bytes, 0 or more
		 * @throws IOException if it cannot be determined
		 */
		long size() throws IOException;

		/**
		 * Opens the content.
		 * @return all bytes, to be closed by the caller
		 * @throws IOException if the content no longer exists
		 */
		InputStream open() throws IOException;

	}

	private record FileContent(Path file) implements Content {

		@Override
		public long size() throws IOException {
			return Files.size(this.file);
		}

		@Override
		public InputStream open() throws IOException {
			return Files.newInputStream(this.file);
		}

		@Override
		public String toString() {
			return this.file.toString();
		}

	}

	private static final class MemoryContent implements Content {

		private final byte[] bytes;

		MemoryContent(byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public long size() {
			return this.bytes.length;
		}

		@Override
		public InputStream open() {
			return new ByteArrayInputStream(this.bytes);
		}

		@Override
		public String toString() {
			return this.bytes.length + " bytes in memory";
		}

	}

}
