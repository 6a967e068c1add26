package io.sparkex.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that the server is to keep for the session, under a name that says what for: it
 * begins with {@code jars/}, {@code classes/}, {@code pyfiles/}, {@code archives/},
 * {@code files/}, {@code cache/} or {@code forward_to_fs/}.
 *
 * @param name the name on the server, with slashes
 * @param content the bytes
 * @since 0.1.0
 */
public record Artifact(String name, Content content) {

	/**
	 * A file of this machine, read while it is sent.
	 * @param name the name on the server
	 * @param file the file
	 * @return the artifact
	 */
	public static Artifact of(String name, Path file) {
		return new Artifact(name, new FileContent(file));
	}

	/**
	 * Bytes that are in memory.
	 * @param name the name on the server
	 * @param bytes the bytes, not to be changed until they are sent
	 * @return the artifact
	 */
	public static Artifact of(String name, byte[] bytes) {
		return new Artifact(name, new MemoryContent(bytes));
	}

	/**
	 * Where the bytes come from.
	 */
	public sealed interface Content permits FileContent, MemoryContent {

		/**
		 * The count of bytes.
		 * @return the count, 0 or more
		 * @throws IOException if it cannot be found out
		 */
		long size() throws IOException;

		/**
		 * Begins to read.
		 * @return all bytes, to be closed by the caller
		 * @throws IOException if there is nothing to read any more
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
